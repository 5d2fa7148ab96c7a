import { sql } from "drizzle-orm";
import {
  boolean,
  check,
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
  calendarDay,
  createdAt,
  currentOrganization,
  currentUser,
  instant,
  ownRowsPolicy,
  plainText,
  tenantPolicy,
  updatedAt,
  version,
} from "@/db/schema/columns";
import { users } from "@/db/schema/identity/identity";
import { imports } from "@/db/schema/imports/imports";
import { files } from "@/db/schema/organization/files";
import { locations } from "@/db/schema/organization/locations";
import { organizationId, tenantFk, tenantTable, tenantTableWithoutId } from "@/db/schema/tenant-table";
import { channels } from "@/lib/values/delivery";
import { consentSources, languages } from "@/lib/values/notifications";
import { genders } from "@/lib/values/statuses";

export const members = tenantTable(
  "members",
  {
    member_code: text("member_code").notNull(),
    user_id: uuid("user_id").references(() => users.id),
    first_name: text("first_name").notNull(),
    last_name: text("last_name").notNull().default(""),
    email: text("email"),
    phone: text("phone"),
    /** null without a phone number; false if the number is not in any numbering plan. */
    is_phone_known: boolean("is_phone_known"),
    birth_on: calendarDay("birth_on"),
    gender: text("gender", { enum: genders }),
    address: text("address"),
    notes: text("notes"),
    tags: text("tags").array().notNull().default([]),
    home_location_id: uuid("home_location_id").notNull(),
    joined_on: calendarDay("joined_on").notNull(),
    emergency_contact_name: text("emergency_contact_name"),
    emergency_contact_phone: text("emergency_contact_phone"),
    emergency_contact_relation: text("emergency_contact_relation"),
    /** J1, P7: the recipient of a minor's messages. */
    guardian_name: text("guardian_name"),
    guardian_email: text("guardian_email"),
    guardian_phone: text("guardian_phone"),
    /** Tried first; null: the order of the kind of message. */
    preferred_channel: text("preferred_channel", { enum: channels }),
    /** null: the organization's locale. */
    language: text("language", { enum: languages }),
    photo_file_id: uuid("photo_file_id"),
    marketing_consent_at: instant("marketing_consent_at"),
    marketing_consent_source: text("marketing_consent_source", { enum: consentSources }),
    waiver_signed_at: instant("waiver_signed_at"),
    /** J5: signed for a member under 18, before the first visit. */
    guardian_signed_at: instant("guardian_signed_at"),
    banned_at: instant("banned_at"),
    ban_reason: text("ban_reason"),
    import_id: uuid("import_id"),
    archived_at: instant("archived_at"),
    /** Normalised text for the search; written by searchColumns() together with sort_name. */
    search_text: text("search_text").notNull(),
    /** The normalised full name. Defines the order by name in all scripts, independent of the database's collation. */
    sort_name: plainText("sort_name").notNull(),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    uniqueIndex("members_code_unique").on(t.organization_id, t.member_code),
    uniqueIndex("members_email_unique").on(t.organization_id, t.email).where(sql`${t.email} is not null`),
    uniqueIndex("members_user_unique").on(t.organization_id, t.user_id).where(sql`${t.user_id} is not null`),
    index("members_user").on(t.user_id),
    index("members_by_name").on(t.organization_id, t.sort_name, t.id),
    index("members_by_joined").on(t.organization_id, t.joined_on, t.id),
    index("members_by_import").on(t.organization_id, t.import_id),
    index("members_by_location").on(t.organization_id, t.home_location_id),
    // Includes the id, so that counting all members is an index-only scan.
    index("members_current")
      .on(t.organization_id, t.home_location_id, t.joined_on, t.id)
      .where(sql`${t.archived_at} is null`),
    index("members_search").using("gin", t.organization_id, sql`${t.search_text} gin_trgm_ops`),
    index("members_tags").using("gin", t.organization_id, t.tags),
    tenantFk(t.home_location_id, locations),
    tenantFk(t.photo_file_id, files),
    tenantFk(t.import_id, imports),
    check("members_email_folded", sql`${t.email} = lower(${t.email})`),
    check("members_first_name_present", sql`length(trim(${t.first_name})) > 0`),
  ],
);

/**
 * The logins of members that are not archived, for sign-in and the organization switcher. Maintained by triggers on
 * members. A separate table, because a second policy on members makes the planner underestimate its rows.
 */
export const memberLogins = tenantTableWithoutId(
  "member_logins",
  {
    member_id: uuid("member_id").notNull(),
    user_id: uuid("user_id")
      .notNull()
      .references(() => users.id),
  },
  (t) => [
    unique("member_logins_member_unique").on(t.organization_id, t.member_id),
    unique("member_logins_user_unique").on(t.organization_id, t.user_id),
    index("member_logins_user").on(t.user_id),
    tenantFk(t.member_id, members).onDelete("cascade"),
    ownRowsPolicy("member_logins", t.user_id),
  ],
);

/**
 * Which mailbox belongs to which member: their own, and that of the guardian of a member with a birth date. Maintained by triggers on
 * members, for those that are not archived. Without an organization it shows the rows of one mailbox only: that of the signed-in user,
 * or the one that a sign-in link was asked for (`app.email`).
 */
export const memberAddresses = tenantTableWithoutId(
  "member_addresses",
  {
    member_id: uuid("member_id").notNull(),
    kind: text("kind", { enum: ["own", "guardian"] }).notNull(),
    email: text("email").notNull(),
    /** Of a guardian's ward: the guardian's access ends with the adult age, on the day of the home location. */
    birth_on: calendarDay("birth_on"),
    time_zone: text("time_zone").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.member_id, t.kind] }),
    index("member_addresses_email").on(t.email),
    tenantFk(t.member_id, members).onDelete("cascade"),
    check("member_addresses_folded", sql`${t.email} = lower(${t.email})`),
    check("member_addresses_ward", sql`${t.kind} = 'own' or ${t.birth_on} is not null`),
    pgPolicy("member_addresses_own", {
      for: "select",
      to: applicationRole,
      using: sql`${currentOrganization} is null and (${t.email} = (select nullif(current_setting('app.email', true), ''))
        or ${t.email} = (select u.email from users u where u.id = ${currentUser} and u.email_verified_at is not null))`,
    }),
  ],
);

/** Maintained by triggers on members and check_ins, so that no list aggregates visits. Every member has a row. */
export const memberActivity = tenantTableWithoutId(
  "member_activity",
  {
    member_id: uuid("member_id").notNull(),
    last_visit_at: instant("last_visit_at"),
    /** Members without a visit sort as absent the longest. A column, because row-level security prevents an index on coalesce(). */
    last_visit_or_never: instant("last_visit_or_never").generatedAlwaysAs(
      sql`coalesce(last_visit_at, '-infinity'::timestamptz)`,
    ),
    visits: integer("visits").notNull().default(0),
    /** The day of each visit of the eight weeks up to the last one, for the bars of the list; a day further back is dropped by the next visit. */
    recent_visits: calendarDay("recent_visits").array().notNull().default([]),
  },
  (t) => [
    unique("member_activity_member_unique").on(t.organization_id, t.member_id),
    index("member_activity_by_last_visit").on(t.organization_id, t.last_visit_or_never, t.member_id),
    tenantFk(t.member_id, members).onDelete("cascade"),
    check("member_activity_visits", sql`${t.visits} >= 0`),
  ],
);

/** The member number counter of an organization. The row is locked only while a member is created. */
export const memberCodeCounters = pgTable(
  "member_code_counters",
  {
    organization_id: organizationId().primaryKey(),
    last_number: integer("last_number").notNull().default(0),
  },
  (t) => [tenantPolicy("member_code_counters", t.organization_id)],
).enableRLS();

/** Health answers, AES-256-GCM under ENCRYPTION_KEY with the member's id as associated data. */
export const memberMedical = tenantTableWithoutId(
  "member_medical",
  {
    member_id: uuid("member_id").notNull(),
    ciphertext: text("ciphertext").notNull(),
    /** J9: the flag that trainers see instead of the answers. */
    screened_on: calendarDay("screened_on"),
    needs_clearance: boolean("needs_clearance").notNull().default(false),
    cleared_on: calendarDay("cleared_on"),
    updated_by: uuid("updated_by"),
    updated_at: updatedAt(),
  },
  (t) => [
    unique("member_medical_member_unique").on(t.organization_id, t.member_id),
    tenantFk(t.member_id, members).onDelete("cascade"),
  ],
);

/** A card's code is returned once; only its hash is stored. */
export const memberCards = tenantTable(
  "member_cards",
  {
    member_id: uuid("member_id").notNull(),
    code_hash: text("code_hash").notNull(),
    code_hint: text("code_hint").notNull(),
    issued_at: instant("issued_at").notNull(),
    issued_by: uuid("issued_by"),
    revoked_at: instant("revoked_at"),
    revoked_reason: text("revoked_reason"),
  },
  (t) => [
    uniqueIndex("member_cards_hash_unique").on(t.organization_id, t.code_hash),
    index("member_cards_member").on(t.organization_id, t.member_id),
    tenantFk(t.member_id, members).onDelete("cascade"),
  ],
);

export const memberSegments = tenantTable(
  "member_segments",
  {
    name: text("name").notNull(),
    filters: jsonb("filters").$type<Record<string, unknown>>().notNull(),
    created_by: uuid("created_by"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [uniqueIndex("member_segments_name_unique").on(t.organization_id, sql`lower(${t.name})`)],
);
