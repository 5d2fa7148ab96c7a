import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  applicationRole,
  createdAt,
  currentOrganization,
  currentUser,
  id,
  instant,
  ownRowsPolicy,
  tenantPolicy,
  updatedAt,
} from "@/db/schema/columns";
import { users } from "@/db/schema/identity/identity";
import type { OpeningHours } from "@/lib/values/opening-hours";
import { staffRoles } from "@/lib/values/permissions";

/** A gym's public card (name, slug, brand) is readable before anyone signs in; only the organization itself writes it. */
export const organizations = pgTable(
  "organizations",
  {
    id: id(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    locale: text("locale").notNull().default("en-US"),
    currency: text("currency").notNull(),
    brand_color: text("brand_color").notNull().default("#0d6b68"),
    logo_file_id: uuid("logo_file_id"),
    member_code_prefix: text("member_code_prefix").notNull(),
    policies: jsonb("policies").$type<Record<string, unknown>>().notNull().default({}),
    suspended_at: instant("suspended_at"),
    version: integer("version").notNull().default(1),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    uniqueIndex("organizations_slug_unique").on(t.slug),
    check("organizations_slug_shape", sql`${t.slug} ~ '^[a-z0-9](-?[a-z0-9])+$'`),
    check("organizations_brand_shape", sql`${t.brand_color} ~ '^#[0-9a-f]{6}$'`),
    pgPolicy("organizations_public_card", { for: "select", to: applicationRole, using: sql`true` }),
    pgPolicy("organizations_own_insert", {
      for: "insert",
      to: applicationRole,
      withCheck: sql`${t.id} = ${currentOrganization}`,
    }),
    pgPolicy("organizations_own_update", {
      for: "update",
      to: applicationRole,
      using: sql`${t.id} = ${currentOrganization}`,
      withCheck: sql`${t.id} = ${currentOrganization}`,
    }),
  ],
);

export const locations = pgTable(
  "locations",
  {
    id: id(),
    organization_id: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    name: text("name").notNull(),
    time_zone: text("time_zone").notNull(),
    currency: text("currency").notNull(),
    capacity: integer("capacity"),
    opening_hours: jsonb("opening_hours").$type<OpeningHours>().notNull(),
    week_starts_on: integer("week_starts_on").notNull().default(1),
    address: text("address"),
    phone: text("phone"),
    archived_at: instant("archived_at"),
    version: integer("version").notNull().default(1),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    unique("locations_organization_id_unique").on(t.organization_id, t.id),
    uniqueIndex("locations_name_unique")
      .on(t.organization_id, sql`lower(${t.name})`)
      .where(sql`${t.archived_at} is null`),
    check("locations_capacity_positive", sql`${t.capacity} > 0`),
    check("locations_week_day", sql`${t.week_starts_on} between 1 and 7`),
    tenantPolicy("locations", t.organization_id),
  ],
).enableRLS();

/** A user's role in an organization. Without rows in staff_locations it reaches every location. */
export const staff = pgTable(
  "staff",
  {
    id: id(),
    organization_id: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    user_id: uuid("user_id")
      .notNull()
      .references(() => users.id),
    role: text("role", { enum: staffRoles }).notNull(),
    title: text("title"),
    ended_at: instant("ended_at"),
    version: integer("version").notNull().default(1),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    unique("staff_organization_id_unique").on(t.organization_id, t.id),
    uniqueIndex("staff_user_unique").on(t.organization_id, t.user_id),
    index("staff_user").on(t.user_id),
    tenantPolicy("staff", t.organization_id),
    ownRowsPolicy("staff", t.user_id),
  ],
).enableRLS();

export const staffLocations = pgTable(
  "staff_locations",
  {
    organization_id: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    staff_id: uuid("staff_id").notNull(),
    location_id: uuid("location_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.staff_id, t.location_id] }),
    foreignKey({
      name: "staff_locations_staff_fk",
      columns: [t.organization_id, t.staff_id],
      foreignColumns: [staff.organization_id, staff.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "staff_locations_location_fk",
      columns: [t.organization_id, t.location_id],
      foreignColumns: [locations.organization_id, locations.id],
    }),
    index("staff_locations_location").on(t.organization_id, t.location_id),
    tenantPolicy("staff_locations", t.organization_id),
    pgPolicy("staff_locations_own", {
      for: "select",
      to: applicationRole,
      using: sql`${currentOrganization} is null and exists (select 1 from staff s where s.organization_id = ${t.organization_id} and s.id = ${t.staff_id} and s.user_id = ${currentUser})`,
    }),
  ],
).enableRLS();

export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    organization_id: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
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
    unique("invitations_organization_id_unique").on(t.organization_id, t.id),
    uniqueIndex("invitations_open_unique")
      .on(t.organization_id, t.email)
      .where(sql`${t.accepted_at} is null and ${t.revoked_at} is null`),
    uniqueIndex("invitations_token_unique").on(t.organization_id, t.token_hash),
    tenantPolicy("invitations", t.organization_id),
  ],
).enableRLS();

/** A11: a super admin works inside a tenant only while a grant of this table lasts. */
export const supportGrants = pgTable(
  "support_grants",
  {
    id: id(),
    organization_id: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    user_id: uuid("user_id")
      .notNull()
      .references(() => users.id),
    reason: text("reason").notNull(),
    granted_at: instant("granted_at").notNull(),
    expires_at: instant("expires_at").notNull(),
    ended_at: instant("ended_at"),
  },
  (t) => [
    unique("support_grants_organization_id_unique").on(t.organization_id, t.id),
    index("support_grants_user").on(t.user_id),
    check("support_grants_bounded", sql`${t.expires_at} <= ${t.granted_at} + interval '8 hours'`),
    tenantPolicy("support_grants", t.organization_id),
    ownRowsPolicy("support_grants", t.user_id),
  ],
).enableRLS();
