import { and, eq, gt, sql } from "drizzle-orm";
import { z } from "zod";
import { closures, memberships } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import { issueDocuments } from "@/lib/domain/billing/documents";
import { type BillingState, changeFreezeEnd, EngineRefusal, removeFreeze } from "@/lib/domain/billing/engine";
import { draftsOf, loadBilled, saveBilling } from "@/lib/domain/memberships/billing";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { addDays } from "@/lib/values/calendar-day";
import { recordExceptions } from "./exceptions";
import { withClosure } from "./freezes-of";
import { isClosure, liveAt, lockClosure } from "./rows";

/** Memberships of one transaction. Until it commits, they are locked. */
const batchSize = 200;

const input = z.strictObject({ closure_id: z.uuid() });

const advanceContract = job({ id: "closures.advance", input, output: z.object({ is_done: z.boolean() }) });
const failContract = job({ id: "closures.fail", input, output: z.object({ is_failed: z.boolean() }) });

type Closure = Awaited<ReturnType<typeof lockClosure>>;

/**
 * Freezes the next memberships, or takes their freezes back, and stores the position in the same transaction. So a crash neither skips
 * nor repeats a membership.
 */
export const advanceClosure = operation(
  advanceContract,
  async (ctx, { closure_id }) => {
    const closure = await lockClosure(ctx, closure_id);
    if (closure.state === "freezing") return freezeNext(ctx, closure);
    if (closure.state === "undoing") return undoNext(ctx, closure);
    return { is_done: true };
  },
  { writes_many: true },
);

/** After the last attempt. A person continues or undoes it. */
export const failClosure = operation(failContract, async (ctx, { closure_id }) => {
  const closure = await lockClosure(ctx, closure_id);
  if (closure.state !== "freezing" && closure.state !== "undoing") return { is_failed: false };
  await ctx.db
    .update(closures)
    .set({ state: "failed", failed_in: closure.state, version: closure.version + 1 })
    .where(isClosure(ctx, closure_id));
  ctx.audit({
    ...{ target_type: "closure", target_id: closure_id },
    ...{ before: { state: closure.state }, after: { state: "failed" } },
  });
  return { is_failed: true };
});

async function freezeNext(ctx: Ctx, closure: Closure) {
  const { id, location_id, from_on, to_on, done_through } = closure;
  const batch = await loadBilled(ctx, liveAt(location_id, from_on, done_through), { limit: batchSize });
  const closed = batch.map((one) => ({
    ...one,
    before: one.state,
    ...withClosure(one.state, closure, one.today),
  }));
  const changed = closed.filter(({ ranges }) => ranges.length > 0);
  await saveBilling(
    ctx,
    changed.map(({ row, before, state, today }) => ({ id: row.id, before, state, today, note: { closure_id: id } })),
  );
  const frozen = changed.flatMap(({ row, ranges }) =>
    ranges.map((range) => ({ membership_id: row.id, from_on: range.from_on })),
  );
  if (frozen.length > 0)
    await ctx.db.execute(sql`
      update membership_freezes f set closure_id = ${id}, reason = ${closure.reason}, created_by = ${closure.created_by}
      from json_to_recordset(${JSON.stringify(frozen)}::json) as r(membership_id uuid, from_on date)
      where f.organization_id = ${ctx.organization_id} and f.membership_id = r.membership_id and f.from_on = r.from_on`);
  await issueDocuments(
    ctx,
    changed.flatMap(({ row, taxes, lines }) => draftsOf(lines, row, taxes, "freeze")),
  );
  await recordExceptions(ctx, id, closed);
  const count = (outcome: string) => closed.filter((one) => one.outcome === outcome).length;
  const is_done = batch.length < batchSize;
  const counts = {
    frozen: closure.frozen + count("frozen"),
    shortened: closure.shortened + count("shortened"),
    skipped: closure.skipped + count("skipped"),
  };
  await ctx.db
    .update(closures)
    .set({
      ...counts,
      total: Math.max(closure.total, counts.frozen + counts.shortened + counts.skipped),
      state: is_done ? "done" : "freezing",
      done_through: batch.at(-1)?.row.id ?? done_through,
      version: closure.version + 1,
    })
    .where(isClosure(ctx, id));
  if (is_done) ctx.audit({ target_type: "closure", target_id: id, after: { from_on, to_on, ...counts } });
  return { is_done };
}

const ofClosure = (closure_id: string) => sql`exists (select from membership_freezes f
  where f.organization_id = ${memberships.organization_id} and f.membership_id = ${memberships.id}
    and f.closure_id = ${closure_id})`;

async function undoNext(ctx: Ctx, closure: Closure) {
  const { id, done_through } = closure;
  const batch = await loadBilled(
    ctx,
    and(
      eq(memberships.location_id, closure.location_id),
      ofClosure(id),
      done_through === null ? undefined : gt(memberships.id, done_through),
    ),
    { limit: batchSize },
  );
  const owned = await freezesOfClosure(
    ctx,
    id,
    batch.map(({ row }) => row.id),
  );
  const undone = batch.map((one) => ({
    ...{ ...one, before: one.state },
    ...withoutFreezes(one.state, owned.get(one.row.id) ?? [], one.today),
  }));
  await saveBilling(
    ctx,
    undone.map(({ row, before, state, today }) => ({ id: row.id, before, state, today, note: { closure_id: id } })),
  );
  await issueDocuments(
    ctx,
    undone.flatMap(({ row, taxes, lines }) => draftsOf(lines, row, taxes, "freeze")),
  );
  const is_done = batch.length < batchSize;
  await ctx.db
    .update(closures)
    .set({
      state: is_done ? "undone" : "undoing",
      undone_at: is_done ? ctx.now.toString() : null,
      done_through: batch.at(-1)?.row.id ?? done_through,
      version: closure.version + 1,
    })
    .where(isClosure(ctx, id));
  if (is_done) ctx.audit({ target_type: "closure", target_id: id, after: { state: "undone" } });
  return { is_done };
}

async function freezesOfClosure({ db, organization_id }: Ctx, closure_id: string, ids: string[]) {
  const { rows } = await db.execute<{ membership_id: string; days: string[] }>(sql`
    select f.membership_id, json_agg(f.from_on order by f.from_on) as days from membership_freezes f
    where f.organization_id = ${organization_id} and f.closure_id = ${closure_id}
      and f.membership_id = any(${sql.param(ids)}::uuid[])
    group by f.membership_id`);
  return new Map(rows.map(({ membership_id, days }) => [membership_id, days]));
}

/** Before its first day a freeze is removed. One that has begun ended yesterday, and the days frozen until then count (E3). */
function withoutFreezes(state: BillingState, days: readonly string[], today: string) {
  let outcome: ReturnType<typeof removeFreeze> = { state, lines: [] };
  for (const from_on of days) {
    try {
      const next =
        from_on >= today
          ? removeFreeze(outcome.state, from_on, today)
          : changeFreezeEnd(outcome.state, from_on, addDays(today, -1), today);
      outcome = { state: next.state, lines: [...outcome.lines, ...next.lines] };
    } catch (error) {
      // Someone has changed this freeze, and later periods were billed. It stays.
      if (!(error instanceof EngineRefusal)) throw error;
    }
  }
  return outcome;
}
