import { sql } from "drizzle-orm";
import { type AnyPgColumn, bigint, customType, date, integer, pgPolicy, pgRole, uuid } from "drizzle-orm/pg-core";
import { newId } from "@/db/id";

/** The login of the application: neither owner nor superuser, so all policies apply. Created by scripts/database. */
export const applicationRole = pgRole("fitflow_app").existing();

export const currentOrganization = sql`(select nullif(current_setting('app.organization_id', true), '')::uuid)`;
export const currentUser = sql`(select nullif(current_setting('app.user_id', true), '')::uuid)`;

/** Set only by the executor, in db/tenancy.ts. */
export const boundExecutor = sql`(select current_setting('app.executor', true)) = 'on'`;

export const id = () => uuid("id").primaryKey().$defaultFn(newId);

/** Converts PostgreSQL's text form of an instant to ISO 8601 in UTC; for `sql` expressions use `.mapWith(isoInstant)`. */
export const isoInstant = (text: string): string => new Date(text).toISOString();

/** Millisecond precision, so that an instant in a cursor or a response compares equal when it is sent back. */
const timestamptz = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp (3) with time zone",
  fromDriver: isoInstant,
});

export const instant = (name: string) => timestamptz(name);

/** Byte-wise collation: the text is already normalised, so the database's collation must not change its order. */
export const plainText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** A local calendar day of a location, such as 2026-02-28. */
export const calendarDay = (name: string) => date(name, { mode: "string" });

/** An amount in the smallest unit of its currency. */
export const minorUnits = (name: string) => bigint(name, { mode: "number" });

/** Incremented by every change of the row; compared with If-Match. */
export const version = () => integer("version").notNull().default(1);

export const createdAt = () => instant("created_at").notNull().default(sql`now()`);
export const updatedAt = () => instant("updated_at").notNull().default(sql`now()`);

/** Rows of a tenant table are visible and writable only while their organization is bound. */
export function tenantPolicy(table: string, organizationId: AnyPgColumn) {
  return pgPolicy(`${table}_tenant`, {
    for: "all",
    to: applicationRole,
    using: sql`${organizationId} = ${currentOrganization}`,
    withCheck: sql`${organizationId} = ${currentOrganization}`,
  });
}

/**
 * While no organization is bound, a signed-in user can read their own rows of all organizations. Sign-in and the
 * organization switcher use this. It does not apply while an organization is bound.
 */
export function ownRowsPolicy(table: string, userId: AnyPgColumn) {
  return pgPolicy(`${table}_own`, {
    for: "select",
    to: applicationRole,
    using: sql`${currentOrganization} is null and ${userId} = ${currentUser}`,
  });
}
