import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "@/db/schema/columns";
import { imports } from "@/db/schema/imports/imports";
import { members } from "@/db/schema/members/members";
import { tenantFk, tenantTable } from "@/db/schema/tenant-table";
import type { InvitationSkip } from "@/lib/values/member-invitations";
import { users } from "./identity";

/** J14: the link with which a member, or the guardian of a minor, gets a login. Only the hash of its token is stored. */
export const memberInvitations = tenantTable(
  "member_invitations",
  {
    member_id: uuid("member_id").notNull(),
    /** "guardian": it was sent to the guardian of a minor, and gives no login of the minor's own. */
    kind: text("kind", { enum: ["own", "guardian"] }).notNull(),
    /** The address that it was sent to. It is void once staff change the member's address. */
    email: text("email").notNull(),
    token_hash: text("token_hash").notNull(),
    invited_by: uuid("invited_by").references(() => users.id),
    sent_at: instant("sent_at").notNull(),
    expires_at: instant("expires_at").notNull(),
    accepted_at: instant("accepted_at"),
    revoked_at: instant("revoked_at"),
    created_at: createdAt(),
  },
  (t) => [
    uniqueIndex("member_invitations_token_unique").on(t.organization_id, t.token_hash),
    uniqueIndex("member_invitations_open_unique")
      .on(t.organization_id, t.member_id)
      .where(sql`${t.accepted_at} is null and ${t.revoked_at} is null`),
    index("member_invitations_member").on(t.organization_id, t.member_id, t.sent_at),
    tenantFk(t.member_id, members).onDelete("cascade"),
    check("member_invitations_folded", sql`${t.email} = lower(${t.email})`),
    check("member_invitations_one_end", sql`${t.accepted_at} is null or ${t.revoked_at} is null`),
  ],
);

/** Invitations to many members, written part by part. */
export const memberInvitationBatches = tenantTable(
  "member_invitation_batches",
  {
    state: text("state", { enum: ["running", "done"] })
      .notNull()
      .default("running"),
    /** Either the chosen members, or the filters of the list, or the members of an import. */
    member_ids: uuid("member_ids").array(),
    filters: jsonb("filters").$type<Record<string, unknown>>(),
    import_id: uuid("import_id"),
    /** A3: the locations of its author. Null: every location. */
    location_ids: uuid("location_ids").array(),
    /** The last member that was looked at. */
    prepared_after: uuid("prepared_after"),
    looked_at: integer("looked_at").notNull().default(0),
    invited: integer("invited").notNull().default(0),
    skipped: jsonb("skipped").$type<Partial<Record<InvitationSkip, number>>>().notNull().default({}),
    created_by: uuid("created_by").references(() => users.id),
    created_at: createdAt(),
    finished_at: instant("finished_at"),
  },
  (t) => [
    index("member_invitation_batches_created").on(t.organization_id, t.created_at, t.id),
    tenantFk(t.import_id, imports).onDelete("cascade"),
    check("member_invitation_batches_audience", sql`num_nonnulls(${t.member_ids}, ${t.filters}, ${t.import_id}) = 1`),
  ],
);
