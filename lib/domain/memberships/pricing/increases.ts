import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { newId } from "@/db/id";
import { priceIncreases } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/price-increases";
import { pendingPrices, undoPrice } from "@/lib/domain/billing/engine";
import { type Billed, saveBilling, withRefusals } from "@/lib/domain/memberships/billing";
import { priceIncreaseScheduled } from "@/lib/domain/memberships/events";
import {
  checkReach,
  getPlanRow,
  isPending,
  takeNextVersion,
  takeUpIncrease,
  todayEverywhere,
} from "@/lib/domain/memberships/plans";
import { userIdOf } from "@/lib/kernel/caller";
import { notFound, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { checkIncrease } from "./check-increase";
import { effectOf } from "./increase-effect";
import { runningOn } from "./increased-memberships";
import { type PendingIncrease, withIncrease } from "./pending-increase";

type Row = typeof priceIncreases.$inferSelect;

const toResponse = (row: Row, today: CalendarDay) =>
  ({
    ...row,
    status: row.withdrawn_at ? "withdrawn" : row.applied_at || row.effective_on <= today ? "effective" : "pending",
  }) as const;

export const listPriceIncreases = operation(contracts.listPriceIncreases, async (ctx, { id }) => {
  await getPlanRow(ctx, id);
  const today = await todayEverywhere(ctx);
  const rows = await ctx.db
    .select()
    .from(priceIncreases)
    .where(and(eq(priceIncreases.organization_id, ctx.organization_id), eq(priceIncreases.plan_id, id)))
    .orderBy(desc(priceIncreases.effective_on), desc(priceIncreases.created_at))
    .limit(200);
  return { data: rows.map((row) => toResponse(row, today)) };
});

export const createPriceIncrease = operation(contracts.createPriceIncrease, scheduleIncrease, {
  writes_many: true,
});

async function scheduleIncrease(ctx: Ctx, { id, ...wanted }: z.output<typeof contracts.createPriceIncrease.input>) {
  const { db, organization_id, now, caller } = ctx;
  const plan = await getPlanRow(ctx, id);
  checkReach(ctx, plan.location_ids);
  const { today, increase } = await checkIncrease(ctx, plan, wanted);
  // The row of the plan stays locked, so that another new price waits, and then finds this one.
  await takeNextVersion(ctx, plan);
  await takeUpIncrease(ctx, id, today);
  const waiting = await db.$count(priceIncreases, isPending(ctx, id));
  if (waiting > 0) throw new Problem("conflict", "A new price of this plan is already scheduled. Withdraw it first.");
  const { notice_days } = wanted;
  const row = {
    ...{ id: newId(), organization_id, ...increase, notice_days, applied_at: null, withdrawn_at: null },
    ...{ created_by: userIdOf(caller), created_at: now.toString() },
  };
  await db.insert(priceIncreases).values(row);
  const counts = await raise(ctx, { ...increase, id: row.id }, today);
  ctx.audit({ target_type: "membership_plan", target_id: id, after: { ...increase, ...counts } });
  ctx.emit(priceIncreaseScheduled, { increase_id: row.id, plan_id: id });
  return { ...toResponse(row, today), ...counts };
}

async function raise(ctx: Ctx, increase: PendingIncrease, today: CalendarDay) {
  const counts = { raised: 0, kept: 0 };
  if (increase.applies_to === "new_sales") return counts;
  for await (const batch of runningOn(ctx, increase.plan_id, today, { is_read: false })) {
    const changes: Parameters<typeof saveBilling>[1][number][] = [];
    for (const { row, state, today } of batch) {
      if (effectOf(state, increase).outcome === "kept") counts.kept += 1;
      const { state: next, raise } = withIncrease(state, increase);
      if (!raise) continue;
      counts.raised += 1;
      changes.push({ id: row.id, before: state, state: next, today, note: { increase_id: increase.id } });
    }
    await saveBilling(ctx, changes);
  }
  return counts;
}

export const withdrawPriceIncrease = operation(contracts.withdrawPriceIncrease, undoIncrease, {
  writes_many: true,
});

async function undoIncrease(ctx: Ctx, { id }: z.output<typeof contracts.withdrawPriceIncrease.input>) {
  const plan = await getPlanRow(ctx, id);
  checkReach(ctx, plan.location_ids);
  const today = await todayEverywhere(ctx);
  await takeNextVersion(ctx, plan);
  const [row] = await ctx.db.select().from(priceIncreases).where(isPending(ctx, id));
  if (!row) throw notFound();
  if (row.effective_on <= today) {
    throw new Problem("conflict", "The new price has taken effect. Enter another price in the plan instead.");
  }
  const withdrawn_at = ctx.now.toString();
  await ctx.db.update(priceIncreases).set({ withdrawn_at }).where(isPending(ctx, id));
  for await (const batch of runningOn(ctx, id, today, { is_read: false })) {
    await saveBilling(
      ctx,
      batch.flatMap((billed) => withoutPrice(billed, row)),
    );
  }
  ctx.audit({ target_type: "membership_plan", target_id: id, before: { price_minor: row.price_minor }, after: null });
  return toResponse({ ...row, withdrawn_at }, today);
}

function withoutPrice({ row, state, today }: Billed, { id: increase_id, plan_id, price_minor, effective_on }: Row) {
  const pending = pendingPrices(state).find(
    (term) =>
      term.cause === "price_increase" &&
      term.plan_id === plan_id &&
      term.price_minor === price_minor &&
      term.effective_on >= effective_on,
  );
  if (!pending) return [];
  const { state: undone } = withRefusals(() => undoPrice(state, pending.effective_on));
  return [{ id: row.id, before: state, state: undone, today, note: { increase_id } }];
}
