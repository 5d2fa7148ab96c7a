import { and, asc, eq, gt, inArray, isNotNull, or, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { accountCredits, type DisputeShares, invoiceSettlements, invoices, type payments } from "@/db/schema";
import type { Payer } from "@/lib/domain/billing/documents";
import { post } from "@/lib/domain/billing/ledger";
import type { ClockCtx } from "@/lib/kernel/operation";
import { ownerOf } from "./payer";
import type { Place } from "./place";

type Payment = typeof payments.$inferSelect;
type InvoiceRow = typeof invoices.$inferSelect;

/** Where the money of a dispute was. The three parts sum to its amount. */
export type DisputedMoney = {
  shares: DisputeShares;
  reopened_minor: number;
  credit_minor: number;
  loss_minor: number;
};
type Dispute = { id: string; payment: Payment; place: Place; amount_minor: number };

const sumOf = (rows: readonly { amount_minor: number }[]): number =>
  rows.reduce((all, { amount_minor }) => all + amount_minor, 0);

/**
 * K17: the bank took money of a payment back. What it paid is open again, up to what the payer still owes of each invoice; then account
 * credit that came of it is taken back. The rest was refunded or used before, so that it is a loss. The payment is locked before.
 */
export async function takeDisputed(ctx: ClockCtx, dispute: Dispute): Promise<DisputedMoney> {
  const { id, payment, place, amount_minor } = dispute;
  const paid = await paidBy(ctx, payment.id);
  const owed = await lockInvoices(ctx, [...paid.keys()]);
  const credited = await creditedOf(ctx, [...paid.keys()]);
  let rest = amount_minor;
  const reopened = owed.flatMap((invoice) => {
    const claim = invoice.total_minor - invoice.open_minor - (credited.get(invoice.id) ?? 0);
    const minor = invoice.voided_at ? 0 : Math.min(rest, paid.get(invoice.id) ?? 0, claim);
    if (minor <= 0) return [];
    rest -= minor;
    return [{ id: invoice.id, amount_minor: minor }];
  });
  const taken = (await lockCredits(ctx, payment, [...paid.keys()])).flatMap((credit) => {
    const minor = Math.min(rest, credit.remaining_minor);
    rest -= minor;
    return minor > 0 ? [{ id: credit.id, amount_minor: minor }] : [];
  });
  await settle(
    ctx,
    reopened.map((share) => ({ ...share, amount_minor: -share.amount_minor })),
    { payment_id: payment.id, settled_on: place.today, reason: "Taken back by the payer's bank" },
  );
  await openAgain(ctx, reopened);
  for (const credit of taken) await moveCredit(ctx, credit.id, credit.amount_minor);
  const owner = ownerOf(payment as Payer);
  const credit_minor = sumOf(taken);
  await book(ctx, dispute, `dispute:${id}`, [
    ...reopened.map((share) => ({
      ...{ account: "receivable" as const, amount_minor: share.amount_minor, invoice_id: share.id, ...owner },
    })),
    { account: "customer_credit", amount_minor: credit_minor, ...owner },
    { account: "dispute_losses", amount_minor: rest },
    { account: "gateway_clearing", amount_minor: -amount_minor },
  ]);
  return {
    shares: { invoices: reopened, credits: taken },
    ...{ reopened_minor: sumOf(reopened), credit_minor, loss_minor: rest },
  };
}

/**
 * K17: the bank gave the money back. It settles what it had settled. What was paid otherwise in the meantime becomes account credit, and
 * what was written off is taken out of the write-offs. Returns the new account credit.
 */
export async function returnDisputed(ctx: ClockCtx, dispute: Dispute, money: DisputedMoney): Promise<number> {
  const { id, payment, place, amount_minor } = dispute;
  const { invoices: reopened, credits } = money.shares;
  const owed = new Map(
    (
      await lockInvoices(
        ctx,
        reopened.map((share) => share.id),
      )
    ).map((row) => [row.id, row]),
  );
  const writtenOff = await writtenOffOf(ctx, [...owed.keys()]);
  const parts = reopened.map((share) => {
    const paid = Math.min(share.amount_minor, owed.get(share.id)?.open_minor ?? 0);
    const recovered = Math.min(share.amount_minor - paid, writtenOff.get(share.id) ?? 0);
    return { id: share.id, paid, recovered, excess: share.amount_minor - paid - recovered };
  });
  const owner = ownerOf(payment as Payer);
  const terms = { settled_on: place.today, reason: "Given back by the payer's bank" };
  const recovered = parts.filter((part) => part.recovered > 0);
  await settle(
    ctx,
    recovered.map((part) => ({ id: part.id, amount_minor: -part.recovered })),
    terms,
  );
  await settle(
    ctx,
    parts.map((part) => ({ id: part.id, amount_minor: part.paid + part.recovered })),
    { ...terms, payment_id: payment.id },
  );
  await openAgain(ctx, recovered);
  for (const credit of credits) await moveCredit(ctx, credit.id, -credit.amount_minor);
  const excess = parts.reduce((all, part) => all + part.excess, 0);
  if (excess > 0) await grantRest(ctx, dispute, excess);
  await book(ctx, dispute, `dispute_won:${id}`, [
    { account: "gateway_clearing", amount_minor },
    ...parts.map((part) => ({
      ...{ account: "receivable" as const, amount_minor: -part.paid, invoice_id: part.id, ...owner },
    })),
    ...parts.map((part) => ({ account: "write_offs" as const, amount_minor: -part.recovered, invoice_id: part.id })),
    { account: "customer_credit", amount_minor: -(money.credit_minor + excess), ...owner },
    { account: "dispute_losses", amount_minor: -money.loss_minor },
  ]);
  return excess;
}

/** A refund of disputed money did not leave after all: what was a loss is taken from the credit that came back. */
export async function moveLossToCredit(
  ctx: ClockCtx,
  dispute: Dispute,
  { loss_minor, credit_id, fact }: { loss_minor: number; credit_id: string; fact: string },
): Promise<number> {
  const { db, organization_id } = ctx;
  const [credit] = await db
    .select({ remaining_minor: accountCredits.remaining_minor })
    .from(accountCredits)
    .where(and(eq(accountCredits.organization_id, organization_id), eq(accountCredits.id, credit_id)))
    .for("update");
  const minor = Math.min(loss_minor, credit?.remaining_minor ?? 0);
  if (minor === 0) return 0;
  await moveCredit(ctx, credit_id, minor);
  await book(ctx, dispute, fact, [
    { account: "customer_credit", amount_minor: minor, ...ownerOf(dispute.payment as Payer) },
    { account: "dispute_losses", amount_minor: -minor },
  ]);
  return minor;
}

/** What a payment pays of each invoice now. */
async function paidBy({ db, organization_id }: ClockCtx, payment_id: string): Promise<ReadonlyMap<string, number>> {
  const minor = sql`sum(${invoiceSettlements.amount_minor})`;
  const rows = await db
    .select({ id: invoiceSettlements.invoice_id, minor: minor.mapWith(Number) })
    .from(invoiceSettlements)
    .where(and(eq(invoiceSettlements.organization_id, organization_id), eq(invoiceSettlements.payment_id, payment_id)))
    .groupBy(invoiceSettlements.invoice_id)
    .having(gt(minor, 0));
  return new Map(rows.map(({ id, minor }) => [id, minor]));
}

async function lockInvoices({ db, organization_id }: ClockCtx, ids: readonly string[]): Promise<InvoiceRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(invoices)
    .where(and(eq(invoices.organization_id, organization_id), inArray(invoices.id, [...ids])))
    .orderBy(asc(invoices.id))
    .for("update");
}

/** What credit notes took back of each invoice. */
async function creditedOf({ db, organization_id }: ClockCtx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: sql<string>`${invoices.corrects_invoice_id}`,
      minor: sql`sum(${invoices.total_minor})`.mapWith(Number),
    })
    .from(invoices)
    .where(
      and(
        eq(invoices.organization_id, organization_id),
        eq(invoices.kind, "credit_note"),
        inArray(invoices.corrects_invoice_id, [...ids]),
      ),
    )
    .groupBy(invoices.corrects_invoice_id);
  return new Map(rows.map(({ id, minor }) => [id, Math.abs(minor)]));
}

async function writtenOffOf({ db, organization_id }: ClockCtx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: invoiceSettlements.invoice_id,
      minor: sql`sum(${invoiceSettlements.amount_minor})`.mapWith(Number),
    })
    .from(invoiceSettlements)
    .where(
      and(
        eq(invoiceSettlements.organization_id, organization_id),
        inArray(invoiceSettlements.invoice_id, [...ids]),
        eq(invoiceSettlements.kind, "write_off"),
      ),
    )
    .groupBy(invoiceSettlements.invoice_id);
  return new Map(rows.map(({ id, minor }) => [id, minor]));
}

/** Account credit that came of the payment: what it paid too much, and what credit notes of its invoices gave back. */
async function lockCredits({ db, organization_id }: ClockCtx, payment: Payment, invoice_ids: readonly string[]) {
  const notes = db
    .select({ id: invoices.id })
    .from(invoices)
    .where(and(eq(invoices.organization_id, organization_id), inArray(invoices.corrects_invoice_id, [...invoice_ids])));
  return db
    .select({ id: accountCredits.id, remaining_minor: accountCredits.remaining_minor })
    .from(accountCredits)
    .where(
      and(
        eq(accountCredits.organization_id, organization_id),
        or(
          eq(accountCredits.payment_id, payment.id),
          invoice_ids.length > 0 ? inArray(accountCredits.credit_note_id, notes) : undefined,
        ),
        gt(accountCredits.remaining_minor, 0),
      ),
    )
    .orderBy(asc(accountCredits.id))
    .for("update");
}

/** Positive: the dispute takes it. */
async function moveCredit({ db, organization_id }: ClockCtx, id: string, minor: number): Promise<void> {
  await db
    .update(accountCredits)
    .set({
      remaining_minor: sql`${accountCredits.remaining_minor} - ${minor}`,
      disputed_minor: sql`${accountCredits.disputed_minor} + ${minor}`,
    })
    .where(and(eq(accountCredits.organization_id, organization_id), eq(accountCredits.id, id)));
}

async function settle(
  ctx: ClockCtx,
  shares: readonly { id: string; amount_minor: number }[],
  { payment_id, ...terms }: { payment_id?: string; settled_on: string; reason: string },
): Promise<void> {
  const { organization_id, now } = ctx;
  const kind = payment_id ? ("payment" as const) : ("write_off" as const);
  await insertRecords(
    ctx,
    invoiceSettlements,
    shares
      .filter(({ amount_minor }) => amount_minor !== 0)
      .map(({ id: invoice_id, amount_minor }) => ({
        ...{ id: newId(), organization_id, invoice_id, kind, payment_id: payment_id ?? null, ...terms },
        ...{ amount_minor, created_by: null, created_at: now.toString() },
      })),
  );
}

/** What was written off of them before stays so. What is open again is owed. */
async function openAgain({ db, organization_id, now }: ClockCtx, of: readonly { id: string }[]): Promise<void> {
  if (of.length === 0) return;
  await db
    .update(invoices)
    .set({ written_off_at: null, version: sql`${invoices.version} + 1`, updated_at: now.toString() })
    .where(
      and(
        eq(invoices.organization_id, organization_id),
        inArray(
          invoices.id,
          of.map(({ id }) => id),
        ),
        isNotNull(invoices.written_off_at),
      ),
    );
}

async function grantRest({ db, organization_id, now }: ClockCtx, dispute: Dispute, minor: number): Promise<void> {
  const { payment, place } = dispute;
  await db.insert(accountCredits).values({
    ...{ id: newId(), organization_id, source: "overpayment" as const, payment_id: payment.id },
    ...{ payer_member_id: payment.payer_member_id, payer_company_id: payment.payer_company_id },
    ...{ location_id: payment.location_id, currency: payment.currency },
    ...{ amount_minor: minor, remaining_minor: minor, granted_on: place.today, created_at: now.toString() },
  });
}

type Lines = Parameters<typeof post>[1][number]["lines"];

async function book(ctx: ClockCtx, { payment, place }: Dispute, fact: string, lines: Lines): Promise<void> {
  const { legal_entity_id, location_id, today } = place;
  await post(ctx, [{ legal_entity_id, location_id, booked_on: today, currency: payment.currency, fact, lines }]);
}
