import { sql } from "drizzle-orm";
import { check, jsonb, pgPolicy, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { applicationRole, createdAt, currentOrganization, id, instant, updatedAt, version } from "@/db/schema/columns";

/** The public card of a gym (name, slug, brand) is readable without sign-in. Only the organization itself can change it. */
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
    /** The first steps on the dashboard: when the front desk was first opened, and when the list was hidden. */
    desk_opened_at: instant("desk_opened_at"),
    first_steps_hidden_at: instant("first_steps_hidden_at"),
    version: version(),
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
