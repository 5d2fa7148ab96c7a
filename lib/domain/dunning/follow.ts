import { and, eq, gt, inArray, or, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { dunningCases, dunningSteps, invoices, paymentAttempts } from "@/db/schema";
import { endRefusedMethod } from "@/lib/domain/gateways/methods";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import { type AttemptOrigin, type DeclineCode, finalDeclines } from "@/lib/values/gateways";
import {
  addStep,
  type CaseRow,
  changeCase,
  type InvoiceRow,
  invoicesInDunning,
  type LockedCase,
  lockCases,
  placesOf,
} from "./cases";
import * as contracts from "./job-contracts";
import { noticeStopped } from "./notice";
import { notifyPayer } from "./notify-payer";
import { standingOf } from "./standing";

/** Charges without the payer begin a case. What staff or the payer try on a page is part of it only once there is one. */
const beginning: readonly AttemptOrigin[] = ["renewal", "retry", "new_method"];

type Failure = { attempt_id: string; invoice_id: string; origin: AttemptOrigin; decline_code: DeclineCode };

/** What a failed payment means for its case. The same failure counts once. */
export const followFailure = operation(contracts.followFailure, async (ctx, failure) => {
  const after = await follow(ctx, failure);
  if (!after) return { followed: false };
  const { id: target_id, status, next_try_at, invoice_id } = after;
  const { decline_code } = failure;
  ctx.audit({ target_type: "dunning_case", target_id, after: { status, decline_code, next_try_at, invoice_id } });
  return { followed: true };
});

/** The case after the failure. Null: no case follows from it, or it was followed before. */
export async function follow(ctx: Ctx<unknown>, failure: Failure) {
  const { attempt_id, invoice_id, origin, decline_code } = failure;
  const found = await lockOrOpen(ctx, failure);
  if (!found || (await isFollowed(ctx, attempt_id))) return null;
  const { row, invoice, place, is_new } = found;
  const is_on_page =
    (origin === "desk" || origin === "link" || origin === "member") && decline_code !== "debit_returned";
  const counts = isCounted(found, origin);
  const is_refused_for_good = !is_on_page && place.policies.dunning_stop_codes.includes(decline_code);
  const facts = {
    first_failed_on: row.first_failed_on,
    tries: row.tries + (counts && !is_new ? 1 : 0),
    is_method_refused: row.is_method_refused || is_refused_for_good,
  };
  const stays = row.status === "paused" || is_on_page || (origin === "staff" && !counts && !is_refused_for_good);
  const standing = stays ? null : standingOf(facts, ctx.now, place);
  const after = standing ?? row;
  await changeCase(ctx, row.id, {
    ...{ tries: facts.tries, is_method_refused: facts.is_method_refused },
    ...(is_on_page ? {} : { last_decline_code: decline_code, last_failed_at: ctx.now.toString() }),
    ...(is_on_page || origin === "staff" ? {} : { last_attempt_id: attempt_id }),
    ...standing,
  });
  await addStep(ctx, {
    ...{ case_id: row.id, kind: "refused", attempt_id, decline_code, counts },
    ...{ next_try_at: after.next_try_at, stop_reason: after.stop_reason },
  });
  if (origin === "new_method") await leaveLine(ctx, invoice);
  if (is_refused_for_good) await stopSameMethod(ctx, invoice, attempt_id);
  if (is_refused_for_good && finalDeclines.has(decline_code)) await endRefusedMethod(ctx, attempt_id);
  if (standing?.status === "stopped" && row.status !== "stopped") await noticeStopped(ctx, invoice, place);
  if (!is_on_page && origin !== "staff") await notifyPayer(ctx, invoice, place);
  const { status, next_try_at, next_try_source } = after;
  return { id: row.id, invoice_id, counts, status, next_try_at, next_try_source, tries: facts.tries };
}

/** Failures of the last days that no case knows, because an event was lost. */
export const findUnfollowed = operation(contracts.findUnfollowed, async ({ db, organization_id, now }) => {
  const failures = await db
    .select({
      ...{ attempt_id: paymentAttempts.id, invoice_id: paymentAttempts.invoice_id },
      ...{ origin: paymentAttempts.origin, decline_code: sql<DeclineCode>`${paymentAttempts.decline_code}` },
    })
    .from(paymentAttempts)
    .innerJoin(
      invoices,
      and(
        eq(invoices.organization_id, paymentAttempts.organization_id),
        eq(invoices.id, paymentAttempts.invoice_id),
        gt(invoices.open_minor, 0),
      ),
    )
    .where(
      and(
        eq(paymentAttempts.organization_id, organization_id),
        eq(paymentAttempts.status, "failed"),
        gt(paymentAttempts.ended_at, now.subtract({ hours: 72 }).toString()),
        or(inArray(paymentAttempts.origin, [...beginning]), eq(paymentAttempts.decline_code, "debit_returned")),
        sql`not exists (select from ${dunningSteps} s where s.organization_id = ${organization_id}
          and s.attempt_id = ${paymentAttempts.id})`,
      ),
    )
    .orderBy(paymentAttempts.ended_at)
    .limit(100);
  return { failures };
});

/** K5: a try by staff takes the place of the next one of the schedule only where the rules say so. */
const isCounted = ({ is_new, place }: { is_new: boolean } & Pick<LockedCase, "place">, origin: AttemptOrigin) => {
  if (is_new || origin === "renewal" || origin === "retry") return true;
  return origin === "staff" && place.policies.dunning_manual_try === "counts";
};

async function lockOrOpen(
  ctx: Ctx<unknown>,
  { invoice_id, attempt_id, origin, decline_code }: Failure,
): Promise<(LockedCase & { is_new: boolean }) | null> {
  const [known] = await lockCases(ctx, [invoice_id]);
  if (known) return { ...known, is_new: false };
  if (!beginning.includes(origin) && decline_code !== "debit_returned") return null;
  const { db, organization_id, now } = ctx;
  const [invoice] = await db
    .select()
    .from(invoices)
    .where(and(eq(invoices.organization_id, organization_id), eq(invoices.id, invoice_id), gt(invoices.open_minor, 0)));
  // K6: it was settled in the meantime.
  const place = invoice && (await placesOf(ctx, [invoice]))(invoice.location_id);
  if (!invoice || !place || (await isFollowed(ctx, attempt_id))) return null;
  const [row] = await db
    .insert(dunningCases)
    .values({
      ...{ id: newId(), organization_id, invoice_id, status: "open", tries: 1 },
      first_failed_on: dayAt(now.toString(), place.time_zone),
      ...{ created_at: now.toString(), updated_at: now.toString() },
    })
    .returning();
  if (!row) throw new Error("The case was not stored");
  return { row, invoice, place, is_new: true };
}

async function isFollowed({ db, organization_id }: Ctx<unknown>, attempt_id: string): Promise<boolean> {
  const rows = await db
    .select({ id: dunningSteps.id })
    .from(dunningSteps)
    .where(and(eq(dunningSteps.organization_id, organization_id), eq(dunningSteps.attempt_id, attempt_id)));
  return rows.length > 0;
}

/** K4: a new method that was refused is not tried with the payer's other invoices. They go on by the schedule. */
async function leaveLine(ctx: Ctx<unknown>, payer: InvoiceRow): Promise<void> {
  const ids = await invoicesInDunning(ctx, payer, sql`${dunningCases.in_line_since} is not null`);
  for (const { row, place } of await lockCases(ctx, ids))
    if (row.in_line_since) await changeCase(ctx, row.id, standingOf(row, ctx.now, place));
}

/** K3: the same method is not tried with the payer's other invoices either. */
async function stopSameMethod(ctx: Ctx<unknown>, payer: InvoiceRow, attempt_id: string): Promise<void> {
  const used = sql`exists (select from payment_attempts a, payment_attempts refused
    where a.organization_id = ${ctx.organization_id} and refused.organization_id = ${ctx.organization_id}
      and refused.id = ${attempt_id} and a.id = ${dunningCases.last_attempt_id} and a.saved_method_id = refused.saved_method_id)`;
  const ids = await invoicesInDunning(ctx, payer, used);
  for (const { row, place } of await lockCases(ctx, ids)) await stopCase(ctx, row, place);
}

async function stopCase(ctx: Ctx<unknown>, row: CaseRow, place: LockedCase["place"]): Promise<void> {
  if (row.is_method_refused) return;
  const facts = { ...row, is_method_refused: true };
  const is_waiting = row.status === "open" && (row.next_try_at !== null || row.in_line_since !== null);
  await changeCase(ctx, row.id, {
    is_method_refused: true,
    ...(is_waiting ? standingOf(facts, ctx.now, place) : {}),
  });
  if (is_waiting) await addStep(ctx, { case_id: row.id, kind: "stopped", stop_reason: "declined_for_good" });
}
