import { and, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { checkIns } from "@/db/schema";
import * as contracts from "@/lib/contracts/access/check-ins";
import { visitUndone } from "@/lib/domain/access/events";
import { recentCounts } from "@/lib/domain/access/occupancy/recent-counts";
import { restoreFreeze } from "@/lib/domain/memberships";
import { daysAround, lockFold } from "@/lib/domain/organization/closed-days";
import { userIdOf } from "@/lib/kernel/caller";
import { notFound, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { getScan } from "./scans";

/** I16: the visit stays on record but no longer counts anywhere. */
export const undoCheckIn = operation(contracts.undoCheckIn, undoVisit, {
  afterCommit: ({ organization }, { location_id }) => {
    if (organization) recentCounts.forget(organization.id, location_id);
  },
});

async function undoVisit(ctx: Ctx, { id, reason }: z.output<typeof contracts.undoCheckIn.input>) {
  const before = await getScan(ctx, id);
  if (before.outcome === "denied") throw notFound();
  if (before.undone_at) throw new Problem("already_undone");
  await lockFold(ctx.db, before.location_id, "correct");
  if (!(await undo(ctx, id, reason))) throw new Problem("already_undone");
  const freeze = await freezeAfterUndo(ctx, id);
  const undone_at = ctx.now.toString({ fractionalSecondDigits: 3 });
  ctx.audit({ target_type: "check_in", target_id: id, after: { undone_at, ...(freeze ? { freeze } : {}) }, reason });
  ctx.emit(visitUndone, { check_in_id: id, member_id: before.member?.id ?? null });
  ctx.signal({ topic: "visits", location_id: before.location_id, id });
  return { ...before, undone_at, undo_reason: reason, freeze };
}

/** E4: restores the freeze that the visit ended, unless the member has visited again or a later period was billed. */
async function freezeAfterUndo(ctx: Ctx, id: string): Promise<"restored" | "not_restored" | null> {
  const { db, organization_id } = ctx;
  const [visit] = await db
    .select({ member_id: checkIns.member_id, check_in_at: checkIns.check_in_at, ended: checkIns.ended_freeze })
    .from(checkIns)
    .where(and(eq(checkIns.organization_id, organization_id), eq(checkIns.id, id), isNotNull(checkIns.ended_freeze)));
  if (!visit?.ended) return null;
  const { member_id, check_in_at, ended } = visit;
  const [later] = await db
    .select({ id: checkIns.id })
    .from(checkIns)
    .where(
      and(
        ...[eq(checkIns.organization_id, organization_id), eq(checkIns.member_id, member_id)],
        ...[eq(checkIns.membership_id, ended.membership_id), isNull(checkIns.undone_at)],
        gt(checkIns.check_in_at, check_in_at),
      ),
    )
    .limit(1);
  if (later) return "not_restored";
  return (await restoreFreeze(ctx, { member_id, ended })) ? "restored" : "not_restored";
}

/**
 * Returns the session, unless another visit of the same day used it: then the session passes to that visit (I9).
 * A folded day is corrected; its occupancy is deleted and computed again when it is read.
 */
async function undo({ db, caller, now, organization_id }: Ctx, id: string, reason: string): Promise<boolean> {
  const { rows } = await db.execute<{ undone: number }>(sql`
    with undone as (
      update check_ins
      set undone_at = ${now.toString()}::timestamptz, undo_reason = ${reason},
        undone_by = ${userIdOf(caller)}::uuid
      where organization_id = ${organization_id} and id = ${id} and undone_at is null
      returning id, member_id, membership_id, location_id, visit_on, local_hour, method, sessions_taken
    ),
    heir as (
      select v.id, v.membership_id
      from check_ins v
      join undone u on v.member_id = u.member_id and v.membership_id = u.membership_id and v.visit_on = u.visit_on
      where v.organization_id = ${organization_id} and v.id <> u.id and v.undone_at is null
        and v.sessions_taken = 0 and u.sessions_taken > 0
      order by v.check_in_at limit 1
    ),
    inherited as (
      update check_ins v set sessions_taken = 1 from heir
      where v.organization_id = ${organization_id} and v.id = heir.id
      returning v.id
    ),
    returned as (
      update memberships ms set sessions_used = ms.sessions_used - u.sessions_taken
      from undone u
      where ms.organization_id = ${organization_id} and ms.id = u.membership_id and u.sessions_taken > 0
        and not exists (select from heir)
      returning ms.id
    ),
    folded as (
      update visit_hours h set visits = h.visits - 1
      from undone u
      join visit_folds f on f.organization_id = ${organization_id} and f.location_id = u.location_id
        and f.folded_to_on >= u.visit_on
      where h.organization_id = ${organization_id} and h.location_id = u.location_id and h.visit_on = u.visit_on
        and h.local_hour = u.local_hour and h.method = u.method
      returning h.visits
    ),
    forgotten as (
      delete from occupancy_days o using undone u
      where o.organization_id = ${organization_id} and o.location_id = u.location_id
        and o.day_on between u.visit_on - ${daysAround}::int and u.visit_on + ${daysAround}::int
    )
    select (select count(*)::int from undone) as undone, (select count(*) from inherited) as inherited,
      (select count(*) from returned) as returned, (select count(*) from folded) as folded`);
  return rows[0]?.undone === 1;
}
