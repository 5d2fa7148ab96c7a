import { sql } from "drizzle-orm";
import { type AnyPgColumn, bigint, customType, date, integer, pgPolicy, pgRole, uuid } from "drizzle-orm/pg-core";
import { newId } from "@/db/id";

/** The login of the running application: neither owner nor superuser, bound by every policy. Created by scripts/database. */
export const applicationRole = pgRole("fitflow_app").existing();

export const currentOrganization = sql`(select nullif(current_setting('app.organization_id', true), '')::uuid)`;
export const currentUser = sql`(select nullif(current_setting('app.user_id', true), '')::uuid)`;

/** Bound by the executor alone, in db/tenancy.ts. */
export const boundExecutor = sql`(select current_setting('app.executor', true)) = 'on'`;

export const id = () => uuid("id").primaryKey().$defaultFn(newId);

/** PostgreSQL's own spelling of an instant as ISO 8601 in UTC; for `sql` expressions by `.mapWith(isoInstant)`. */
export const isoInstant = (text: string): string => new Date(text).toISOString();

/** Milliseconds, so that an instant that went out in a cursor or an answer comes back as the same instant. */
const timestamptz = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp (3) with time zone",
  fromDriver: isoInstant,
});

export const instant = (name: string) => timestamptz(name);

/** Compared byte by byte: what was folded by our own rules needs no second opinion from the database's collation. */
export const plainText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** A day of a location's calendar, such as 2026-02-28. */
export const calendarDay = (name: string) => date(name, { mode: "string" });

/** An amount in the smallest unit of its currency. */
export const minorUnits = (name: string) => bigint(name, { mode: "number" });

/** Counts the changes of a row; If-Match refers to it. */
export const version = () => integer("version").notNull().default(1);

export const createdAt = () => instant("created_at").notNull().default(sql`now()`);
export const updatedAt = () => instant("updated_at").notNull().default(sql`now()`);

/** Rows of a tenant table are seen and written only under their own organization. */
export function tenantPolicy(table: string, organizationId: AnyPgColumn) {
  return pgPolicy(`${table}_tenant`, {
    for: "all",
    to: applicationRole,
    using: sql`${organizationId} = ${currentOrganization}`,
    withCheck: sql`${organizationId} = ${currentOrganization}`,
  });
}

/**
 * A signed-in user finds their own rows in every organization while none is bound: the door that sign-in and the
 * organization switcher use. Inside an organization it is closed.
 */
export function ownRowsPolicy(table: string, userId: AnyPgColumn) {
  return pgPolicy(`${table}_own`, {
    for: "select",
    to: applicationRole,
    using: sql`${currentOrganization} is null and ${userId} = ${currentUser}`,
  });
}
