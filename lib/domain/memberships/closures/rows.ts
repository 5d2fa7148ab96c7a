import { and, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { closures, locations, memberships } from "@/db/schema";
import { withinReach } from "@/lib/domain/organization/locations";
import { notFound } from "@/lib/kernel/errors";
import type { ReadCtx, TenantCtx } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";

const columns = {
  ...{ id: closures.id, location_id: closures.location_id, location_name: locations.name },
  ...{ from_on: closures.from_on, to_on: closures.to_on, reason: closures.reason, state: closures.state },
  ...{ total: closures.total, frozen: closures.frozen, shortened: closures.shortened, skipped: closures.skipped },
  ...{ undone_at: closures.undone_at, created_at: closures.created_at, version: closures.version },
};

export const isClosure = ({ organization_id }: TenantCtx, id: string): SQL | undefined =>
  and(eq(closures.organization_id, organization_id), eq(closures.id, id));

/** Within the caller's reach (A3). */
export function selectClosures({ db, organization_id, caller }: ReadCtx, condition: SQL | undefined) {
  return db
    .select(columns)
    .from(closures)
    .innerJoin(
      locations,
      and(eq(locations.organization_id, closures.organization_id), eq(locations.id, closures.location_id)),
    )
    .where(and(eq(closures.organization_id, organization_id), withinReach(caller, closures.location_id), condition))
    .$dynamic();
}

export async function readClosure(ctx: ReadCtx, id: string) {
  const [row] = await selectClosures(ctx, eq(closures.id, id));
  if (!row) throw notFound();
  return row;
}

/** Locked until the transaction ends. */
export async function lockClosure(ctx: ReadCtx, id: string) {
  const [row] = await ctx.db
    .select()
    .from(closures)
    .where(and(isClosure(ctx, id), withinReach(ctx.caller, closures.location_id)))
    .for("update");
  if (!row) throw notFound();
  return row;
}

/** The memberships that a closure from `from_on` can touch, in the order of their ids. */
export const liveAt = (location_id: string, from_on: CalendarDay, after: string | null): SQL | undefined =>
  and(
    eq(memberships.location_id, location_id),
    or(isNull(memberships.cancelled_on), sql`${memberships.cancelled_on} > ${from_on}`),
    or(
      isNull(memberships.ends_on),
      sql`${memberships.ends_on} >= ${from_on}`,
      sql`exists (select from membership_freezes f
      where f.organization_id = ${memberships.organization_id} and f.membership_id = ${memberships.id}
        and (f.to_on is null or f.to_on >= ${from_on}))`,
    ),
    after === null ? undefined : gt(memberships.id, after),
  );

export const countLive = ({ db, organization_id }: TenantCtx, location_id: string, from_on: CalendarDay) =>
  db.$count(memberships, and(eq(memberships.organization_id, organization_id), liveAt(location_id, from_on, null)));

/** Another closure of the location on some of these days. */
export const overlaps = ({ db, organization_id }: TenantCtx, location_id: string, from_on: string, to_on: string) =>
  db.$count(
    closures,
    and(
      eq(closures.organization_id, organization_id),
      eq(closures.location_id, location_id),
      isNull(closures.undone_at),
      lte(closures.from_on, to_on),
      sql`${closures.to_on} >= ${from_on}`,
    ),
  );
