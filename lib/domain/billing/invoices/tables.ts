import { type SQL, sql } from "drizzle-orm";
import type { ClockCtx } from "@/lib/kernel/operation";

/** The local day of each location (B4). Every query of invoices starts with this table. */
export const daysTable = ({ organization_id, now }: Pick<ClockCtx, "organization_id" | "now">): SQL => sql`
  days as materialized (
    select id as location_id, name, time_zone, (${now.toString()}::timestamptz at time zone time_zone)::date as today
    from locations where organization_id = ${organization_id}
  )`;

/** The limit keeps the planner from joining all documents before it sorts them. */
export const dayOfInvoice: SQL = sql`cross join lateral (
    select name, time_zone, today from days where days.location_id = i.location_id limit 1) d`;
