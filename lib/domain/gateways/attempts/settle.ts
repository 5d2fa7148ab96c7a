import { and, asc, eq, inArray } from "drizzle-orm";
import { invoices, paymentAttempts } from "@/db/schema";
import { sellerAt, sellersOf } from "@/lib/domain/billing/entities";
import { bookPayments, paymentRecorded } from "@/lib/domain/billing/payments";
import { attemptFailed } from "@/lib/domain/gateways/events";
import { saveMethod } from "@/lib/domain/gateways/methods/save-method";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import type { Ctx } from "@/lib/kernel/operation";
import type { GatewayResult, PaymentState } from "@/lib/providers/payments";
import { formatMoney } from "@/lib/values/money";
import { bookingsOf } from "./bookings-of";
import { type Change, changeOf, type Verdict } from "./change-of";
import type { AttemptRow } from "./reserve";
import { updateAttempts } from "./update-attempts";

export type Answer = { attempt_id: string; result: GatewayResult<PaymentState> };
export type Settled = { attempt: AttemptRow; verdict: Verdict; sentence: string | null };

/**
 * Stores what the gateway answered, of any number of attempts in one transaction. An answer that was applied before changes nothing,
 * so it does not matter whether the call, an event or the sweep brings it first. Locks in the order of all billing code: invoices, then
 * attempts.
 */
export async function settleAttempts(ctx: Ctx<unknown>, answers: readonly Answer[]): Promise<Settled[]> {
  const locked = await lockAttempts(
    ctx,
    answers.map(({ attempt_id }) => attempt_id),
  );
  const changes = answers.flatMap(({ attempt_id, result }): Change[] => {
    const found = locked.get(attempt_id);
    return found ? [changeOf(found.attempt, result, ctx.now)] : [];
  });
  const collected = changes.filter(({ verdict }) => verdict === "collected");
  const sellers = await sellersOf(
    ctx,
    collected.map(({ attempt }) => invoiceOf(attempt).location_id),
  );
  const bookings = bookingsOf(
    ctx,
    collected.map(({ attempt, state }) => {
      const invoice = invoiceOf(attempt);
      return { attempt, state, invoice, seller: sellerAt(sellers, invoice.location_id) };
    }),
  );
  await bookPayments(ctx, [...bookings.values()]);
  for (const { attempt, state } of collected)
    if (attempt.saves_method && state?.method) await saveMethod(ctx, { ...attempt, method: state.method });
  await updateAttempts(
    ctx,
    changes.filter(({ verdict }) => verdict !== "unchanged"),
    (attempt_id) => bookings.get(attempt_id)?.id ?? null,
  );
  for (const { attempt } of collected) await noticeSettledOtherwise(ctx, invoiceOf(attempt), attempt);
  for (const { attempt, verdict, columns } of changes) {
    const { id: attempt_id, invoice_id, origin, amount_minor, currency } = attempt;
    if (verdict === "collected")
      ctx.emit(paymentRecorded, {
        ...{ payment_id: bookings.get(attempt_id)?.id ?? "", amount_minor, currency },
        ...{ member_id: attempt.payer_member_id, company_id: attempt.payer_company_id },
      });
    if (verdict === "failed")
      ctx.emit(attemptFailed, {
        ...{ attempt_id, invoice_id, origin, decline_code: columns.decline_code ?? "generic_decline" },
      });
  }
  return changes.map(({ attempt, verdict, sentence, columns }) => ({
    attempt: { ...attempt, ...columns, payment_id: bookings.get(attempt.id)?.id ?? attempt.payment_id },
    verdict,
    sentence,
  }));

  function invoiceOf({ id }: AttemptRow) {
    const found = locked.get(id);
    if (!found) throw new Error(`The attempt ${id} is not locked`);
    return found.invoice;
  }
}

/** K6: the money came for an invoice that was settled in the meantime. Nothing is lost, and a person decides. */
async function noticeSettledOtherwise(
  ctx: Ctx<unknown>,
  { number, open_minor, location_id }: typeof invoices.$inferSelect,
  { id, amount_minor, currency }: AttemptRow,
): Promise<void> {
  if (open_minor >= amount_minor) return;
  const money = formatMoney(amount_minor - open_minor, currency, ctx.organization.locale);
  await notifyStaff(ctx, {
    ...{ kind: "payment_mismatch", event_key: `settled_otherwise:${id}`, permission: "payments.refund", location_id },
    title: `Invoice ${number} was paid twice`,
    body: `${money} came through the gateway after the invoice was settled otherwise. It is account credit now: refund it, or leave it for the next bill.`,
    href: `/manage/${ctx.organization.slug}/payments`,
  });
}

type Locked = { attempt: AttemptRow; invoice: typeof invoices.$inferSelect };

async function lockAttempts(
  { db, organization_id }: Ctx<unknown>,
  ids: readonly string[],
): Promise<Map<string, Locked>> {
  const are = and(eq(paymentAttempts.organization_id, organization_id), inArray(paymentAttempts.id, [...ids]));
  const owed = await db
    .select()
    .from(invoices)
    .where(
      and(
        eq(invoices.organization_id, organization_id),
        inArray(invoices.id, db.select({ id: paymentAttempts.invoice_id }).from(paymentAttempts).where(are)),
      ),
    )
    .orderBy(asc(invoices.id))
    .for("update");
  const attempts = await db.select().from(paymentAttempts).where(are).orderBy(asc(paymentAttempts.id)).for("update");
  const byId = new Map(owed.map((invoice) => [invoice.id, invoice]));
  return new Map(
    attempts.flatMap((attempt) => {
      const invoice = byId.get(attempt.invoice_id);
      return invoice ? [[attempt.id, { attempt, invoice }] as const] : [];
    }),
  );
}
