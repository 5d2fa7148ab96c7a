import { sql } from "drizzle-orm";
import { check, index, pgPolicy, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import {
  applicationRole,
  createdAt,
  currentOrganization,
  currentUser,
  instant,
  ownRowsPolicy,
  updatedAt,
  version,
} from "@/db/schema/columns";
import { users } from "@/db/schema/identity/identity";
import { locations } from "@/db/schema/organization/locations";
import { tenantFk, tenantTable, tenantTableWithoutId } from "@/db/schema/tenant-table";
import { staffRoles } from "@/lib/values/permissions";

/** A user's role in an organization. Without rows in staff_locations it reaches every location. */
export const staff = tenantTable(
  "staff",
  {
    user_id: uuid("user_id")
      .notNull()
      .references(() => users.id),
    role: text("role", { enum: staffRoles }).notNull(),
    title: text("title"),
    ended_at: instant("ended_at"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    uniqueIndex("staff_user_unique").on(t.organization_id, t.user_id),
    index("staff_user").on(t.user_id),
    ownRowsPolicy("staff", t.user_id),
  ],
);

export const staffLocations = tenantTableWithoutId(
  "staff_locations",
  {
    staff_id: uuid("staff_id").notNull(),
    location_id: uuid("location_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.staff_id, t.location_id] }),
    tenantFk(t.staff_id, staff).onDelete("cascade"),
    tenantFk(t.location_id, locations),
    index("staff_locations_location").on(t.organization_id, t.location_id),
    pgPolicy("staff_locations_own", {
      for: "select",
      to: applicationRole,
      using: sql`${currentOrganization} is null and exists (select 1 from staff s where s.organization_id = ${t.organization_id} and s.id = ${t.staff_id} and s.user_id = ${currentUser})`,
    }),
  ],
);

export const invitations = tenantTable(
  "invitations",
  {
    email: text("email").notNull(),
    role: text("role", { enum: staffRoles }).notNull(),
    location_ids: uuid("location_ids").array().notNull().default([]),
    token_hash: text("token_hash").notNull(),
    invited_by: uuid("invited_by").references(() => users.id),
    expires_at: instant("expires_at").notNull(),
    accepted_at: instant("accepted_at"),
    revoked_at: instant("revoked_at"),
    created_at: createdAt(),
  },
  (t) => [
    uniqueIndex("invitations_open_unique")
      .on(t.organization_id, t.email)
      .where(sql`${t.accepted_at} is null and ${t.revoked_at} is null`),
    uniqueIndex("invitations_token_unique").on(t.organization_id, t.token_hash),
  ],
);

/** A11: a super admin can access a tenant only while a grant of this table is valid. */
export const supportGrants = tenantTable(
  "support_grants",
  {
    user_id: uuid("user_id")
      .notNull()
      .references(() => users.id),
    reason: text("reason").notNull(),
    granted_at: instant("granted_at").notNull(),
    expires_at: instant("expires_at").notNull(),
    ended_at: instant("ended_at"),
  },
  (t) => [
    index("support_grants_user").on(t.user_id),
    check("support_grants_bounded", sql`${t.expires_at} <= ${t.granted_at} + interval '8 hours'`),
    ownRowsPolicy("support_grants", t.user_id),
  ],
);
