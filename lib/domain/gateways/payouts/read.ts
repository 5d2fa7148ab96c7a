import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { disputes, locations, paymentGateways, payments, payoutItems, payouts, refunds } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/payouts";
import { payerName } from "@/lib/domain/billing/payments";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { notFound } from "@/lib/kernel/errors";
import { operation, type TenantCtx } from "@/lib/kernel/operation";

type Filters = z.output<typeof contracts.getPayoutTotals.input>;

const itemsOf = (which: SQL) => sql`(select count(*) from ${payoutItems} i
  where i.organization_id = payouts.organization_id and i.payout_id = payouts.id and ${which})`;
const mismatchedItems = itemsOf(sql`i.mismatch is not null`);
const isMismatched = sql`(${payouts.mismatch} is not null or ${mismatchedItems} > 0)`;

export const listPayouts = operation(contracts.listPayouts, async (ctx, { limit, cursor, ...filters }) => {
  const last = cursor ? decodeCursor(cursor, 2) : null;
  const after = last ? sql`(${payouts.arrives_on}, ${payouts.id}) < (${last[0]}::date, ${last[1]}::uuid)` : undefined;
  const rows = await selectPayouts(ctx, and(filtered(filters), after))
    .orderBy(desc(payouts.arrives_on), desc(payouts.id))
    .limit(limit + 1);
  return toPage(rows, limit, ({ arrives_on, id }) => [arrives_on, id]);
});

export const getPayoutTotals = operation(contracts.getPayoutTotals, async (ctx, filters) => {
  const sum = (column: PgColumn, of: SQL) => sql`coalesce(sum(${column}) filter (where ${of}), 0)`.mapWith(Number);
  const by_currency = await ctx.db
    .select({
      currency: payouts.currency,
      payouts: sql`count(*)`.mapWith(Number),
      paid_minor: sum(payouts.amount_minor, sql`${payouts.status} = 'paid'`),
      pending_minor: sum(payouts.amount_minor, sql`${payouts.status} = 'pending'`),
      fee_minor: sum(payouts.fee_minor, sql`true`),
      mismatched: sql`count(*) filter (where ${isMismatched})`.mapWith(Number),
    })
    .from(payouts)
    .where(and(eq(payouts.organization_id, ctx.organization_id), filtered(filters)))
    .groupBy(payouts.currency)
    .orderBy(asc(payouts.currency));
  return { by_currency };
});

export const getPayout = operation(contracts.getPayout, (ctx, { id }) => getPayoutRow(ctx, id));

/** Mismatches first, then in the order in which they were stored. */
export const listPayoutItems = operation(contracts.listPayoutItems, async (ctx, input) => {
  const { id: payout_id, is_mismatched, limit, cursor } = input;
  const { db, organization_id } = ctx;
  await getPayoutRow(ctx, payout_id);
  const fits = sql<boolean>`(${payoutItems.mismatch} is null)`;
  const last = cursor ? decodeCursor(cursor, 2) : null;
  const rows = await db
    .select({
      ...{ id: payoutItems.id, item_ref: payoutItems.item_ref, kind: payoutItems.kind },
      ...{ source_ref: payoutItems.source_ref, amount_minor: payoutItems.amount_minor },
      ...{ fee_minor: payoutItems.fee_minor, currency: payoutItems.currency, location_name: locations.name },
      // That of the refund or dispute, so that every row leads to a payment.
      payment_id: payments.id,
      ...{ refund_id: payoutItems.refund_id, dispute_id: payoutItems.dispute_id },
      payer_name: sql<string | null>`case when ${payments.id} is not null then ${payerName("payments")} end`,
      mismatch: payoutItems.mismatch,
    })
    .from(payoutItems)
    .leftJoin(locations, and(eq(locations.organization_id, organization_id), eq(locations.id, payoutItems.location_id)))
    .leftJoin(refunds, and(eq(refunds.organization_id, organization_id), eq(refunds.id, payoutItems.refund_id)))
    .leftJoin(disputes, and(eq(disputes.organization_id, organization_id), eq(disputes.id, payoutItems.dispute_id)))
    .leftJoin(
      payments,
      and(
        eq(payments.organization_id, organization_id),
        sql`${payments.id} = coalesce(${payoutItems.payment_id}, ${refunds.payment_id}, ${disputes.payment_id})`,
      ),
    )
    .where(
      and(
        eq(payoutItems.organization_id, organization_id),
        eq(payoutItems.payout_id, payout_id),
        is_mismatched === undefined
          ? undefined
          : is_mismatched
            ? isNotNull(payoutItems.mismatch)
            : isNull(payoutItems.mismatch),
        last ? sql`(${fits}, ${payoutItems.id}) > (${last[0]}::boolean, ${last[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(fits, asc(payoutItems.id))
    .limit(limit + 1);
  return toPage(rows, limit, ({ mismatch, id }) => [String(mismatch === null), id]);
});

function filtered({ gateway_id, status, arrives_from, arrives_to, is_mismatched }: Filters) {
  return and(
    gateway_id ? eq(payouts.gateway_id, gateway_id) : undefined,
    status ? inArray(payouts.status, status) : undefined,
    arrives_from ? gte(payouts.arrives_on, arrives_from) : undefined,
    arrives_to ? lte(payouts.arrives_on, arrives_to) : undefined,
    is_mismatched === undefined ? undefined : sql`${isMismatched} = ${is_mismatched}`,
  );
}

async function getPayoutRow(ctx: TenantCtx, id: string) {
  const [row] = await selectPayouts(ctx, eq(payouts.id, id));
  if (!row) throw notFound();
  return row;
}

function selectPayouts({ db, organization_id }: TenantCtx, condition: SQL | undefined) {
  return db
    .select({
      ...{ id: payouts.id, gateway_id: payouts.gateway_id, vendor: paymentGateways.vendor },
      ...{ payout_ref: payouts.payout_ref, status: payouts.status, amount_minor: payouts.amount_minor },
      ...{ currency: payouts.currency, fee_minor: payouts.fee_minor, arrives_on: payouts.arrives_on },
      booked_at: payouts.booked_at,
      items: itemsOf(sql`true`).mapWith(Number),
      mismatches: mismatchedItems.mapWith(Number),
      ...{ mismatch: payouts.mismatch, created_at: payouts.created_at },
    })
    .from(payouts)
    .innerJoin(
      paymentGateways,
      and(eq(paymentGateways.organization_id, organization_id), eq(paymentGateways.id, payouts.gateway_id)),
    )
    .where(and(eq(payouts.organization_id, organization_id), condition))
    .$dynamic();
}
