import { and, asc, eq, lte, ne, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { Temporal } from "temporal-polyfill";
import { dunningCases, invoices, paymentAttempts } from "@/db/schema";
import { type Reserved, reserveAttempts } from "@/lib/domain/gateways/attempts";
import type { Caller } from "@/lib/kernel/caller";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { AttemptOrigin } from "@/lib/values/gateways";
import { addStep, changeCase, inDunning, type LockedCase, lockCases } from "./cases";
import * as contracts from "./job-contracts";
import { noticeStopped } from "./notice";
import { resumePaused } from "./pauses";
import { withinTryHours } from "./schedule";
import { stopped, underWay, waiting } from "./standing";

const batchSize = 100;

/** While the gateway refuses the gym's keys, another payment is under way, or a dispute is undecided, the try waits. It does not count. */
const waitsFor = {
  gateway_failing: { minutes: 60 },
  no_gateway: { minutes: 60 },
  in_progress: { minutes: 30 },
  dispute_open: { minutes: 360 },
  /** K24: the gateway bills the membership by itself, and tries again by its own rules. */
  collected_by_gateway: { hours: 24 },
};

/**
 * Stores an attempt for each case whose try is due. Two runs at the same time find the same cases; the second one waits for the
 * invoice and then sees that the try is under way.
 */
const reserve = operation(contracts.reserveDue, async (ctx) => {
  await resumePaused(ctx);
  await putBack(ctx);
  await moveUp(ctx);
  const due = await findDue(ctx);
  const locked = (await lockCases(ctx, due)).filter(({ row }) => isDue(row.next_try_at, ctx.now));
  const allowed: LockedCase[] = [];
  for (const one of locked) if (await isAllowedNow(ctx, one)) allowed.push(one);
  const reserved: Reserved[] = [];
  for (const origin of ["retry", "new_method"] as const) {
    const own = allowed.filter(({ row }) => originOf(row.next_try_source) === origin);
    const answer = await reserveAttempts(ctx, { invoice_ids: own.map(({ invoice }) => invoice.id), origin });
    for (const { attempt } of answer.reserved) {
      const one = own.find(({ invoice }) => invoice.id === attempt.invoice_id);
      if (one) await changeCase(ctx, one.row.id, { ...underWay, last_attempt_id: attempt.id });
    }
    for (const { invoice_id, reason } of answer.skipped) {
      const one = own.find(({ invoice }) => invoice.id === invoice_id);
      if (one) await skip(ctx, one, reason);
    }
    reserved.push(...answer.reserved);
  }
  if (locked.length > 0)
    ctx.audit({ target_type: "dunning_case", target_id: null, after: { due: locked.length, tried: reserved.length } });
  return { reserved: reserved as never[], has_more: due.length === batchSize };
});

/** The typed door of the job. */
export const reserveDue = (caller: Caller) =>
  reserve(caller, {}) as Promise<{ reserved: Reserved[]; has_more: boolean }>;

const originOf = (source: string | null): AttemptOrigin => (source === "new_method" ? "new_method" : "retry");

const isDue = (at: string | null, now: Temporal.Instant): boolean =>
  at !== null && Temporal.Instant.compare(Temporal.Instant.from(at), now) <= 0;

async function findDue({ db, organization_id, now }: Ctx<unknown>): Promise<string[]> {
  const rows = await db
    .select({ invoice_id: dunningCases.invoice_id })
    .from(dunningCases)
    .where(
      and(
        eq(dunningCases.organization_id, organization_id),
        eq(dunningCases.status, "open"),
        lte(dunningCases.next_try_at, now.toString()),
      ),
    )
    .orderBy(asc(dunningCases.next_try_at), asc(dunningCases.id))
    .limit(batchSize);
  return rows.map(({ invoice_id }) => invoice_id);
}

/** K22: a try that is late, such as after downtime, waits for the hours of tries. One with a new method was asked for by the payer. */
async function isAllowedNow(ctx: Ctx<unknown>, { row, place }: LockedCase): Promise<boolean> {
  if (row.next_try_source === "new_method") return true;
  const at = withinTryHours(ctx.now, place);
  if (Temporal.Instant.compare(at, ctx.now) <= 0) return true;
  await changeCase(ctx, row.id, waiting(at, row.next_try_source ?? "schedule"));
  return false;
}

async function skip(
  ctx: Ctx<unknown>,
  { row, invoice, place }: LockedCase,
  reason: "nothing_open" | "no_method" | "above_mandate" | keyof typeof waitsFor,
): Promise<void> {
  if (reason === "nothing_open") return;
  if (reason === "no_method" || reason === "above_mandate") {
    await changeCase(ctx, row.id, stopped(reason));
    await addStep(ctx, { case_id: row.id, kind: "stopped", stop_reason: reason });
    await noticeStopped(ctx, invoice, place);
    return;
  }
  const at = withinTryHours(ctx.now.add(waitsFor[reason]), place);
  await changeCase(
    ctx,
    row.id,
    waiting(
      at,
      reason === "gateway_failing" || reason === "no_gateway" ? "gateway" : (row.next_try_source ?? "schedule"),
    ),
  );
}

/** A try that was called off without an answer of the bank, because the gateway refused the keys, is due again and does not count. */
async function putBack(ctx: Ctx<unknown>): Promise<void> {
  const { db, organization_id } = ctx;
  const rows = await db
    .select({ invoice_id: dunningCases.invoice_id })
    .from(dunningCases)
    .innerJoin(
      paymentAttempts,
      and(
        eq(paymentAttempts.organization_id, dunningCases.organization_id),
        eq(paymentAttempts.id, dunningCases.last_attempt_id),
        eq(paymentAttempts.status, "canceled"),
      ),
    )
    .where(
      and(
        eq(dunningCases.organization_id, organization_id),
        eq(dunningCases.status, "open"),
        sql`${dunningCases.next_try_at} is null and ${dunningCases.in_line_since} is null`,
      ),
    )
    .limit(batchSize);
  const ids = rows.map(({ invoice_id }) => invoice_id);
  for (const { row } of await lockCases(ctx, ids))
    if (row.status === "open" && !row.next_try_at && !row.in_line_since)
      await changeCase(ctx, row.id, waiting(ctx.now, "gateway"));
}

/** K4: the oldest invoice in line of each payer is next, once none of the payer's others is tried with the new method. */
async function moveUp(ctx: Ctx<unknown>): Promise<void> {
  const { db, organization_id } = ctx;
  const [other, owed] = [alias(dunningCases, "other"), alias(invoices, "owed")];
  const tried = db
    .select({ one: sql`1` })
    .from(other)
    .innerJoin(owed, and(eq(owed.organization_id, other.organization_id), eq(owed.id, other.invoice_id)))
    .where(
      and(
        eq(other.organization_id, organization_id),
        ne(other.id, dunningCases.id),
        eq(other.status, "open"),
        sql`(${owed.payer_member_id} = ${invoices.payer_member_id} or ${owed.payer_company_id} = ${invoices.payer_company_id})`,
        sql`(${other.next_try_source} = 'new_method'
          or (${other.next_try_at} is null and ${other.in_line_since} is null)
          or (${other.in_line_since} is not null and (${owed.due_on}, ${owed.id}) < (${invoices.due_on}, ${invoices.id})))`,
      ),
    );
  const isNext = and(eq(dunningCases.status, "open"), sql`${dunningCases.in_line_since} is not null`, notExists(tried));
  const rows = await inDunning(ctx, isNext).limit(batchSize);
  const ids = rows.map(({ id }) => id);
  for (const { row } of await lockCases(ctx, ids))
    if (row.in_line_since) await changeCase(ctx, row.id, waiting(ctx.now, "new_method"));
}
