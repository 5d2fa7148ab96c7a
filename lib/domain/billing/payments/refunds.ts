import { and, eq, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { accountCredits, gatewayRefunds, invoices, locations, paymentGateways, payments, refunds } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/refunds";
import { withinReach } from "@/lib/domain/organization/locations";
import { toPage } from "@/lib/kernel/cursor";
import { notFound } from "@/lib/kernel/errors";
import { newestFirst } from "@/lib/kernel/newest-first";
import { operation, type ReadCtx } from "@/lib/kernel/operation";
import type { RefundStatus } from "@/lib/values/gateways";
import { likePatterns, searchTerms } from "@/lib/values/search-terms";
import { payerName } from "./payer";

type Filters = z.output<typeof contracts.getRefundTotals.input>;

/** By hand the money is gone at once. */
const status = sql<RefundStatus>`coalesce(${gatewayRefunds.status}, 'succeeded')`;

export const listRefunds = operation(contracts.listRefunds, async (ctx, { limit, cursor, ...filters }) => {
  const { order, after } = newestFirst(refunds.created_at, refunds.id, cursor);
  const rows = await selectRefunds(ctx, and(conditions(ctx, filters), after))
    .orderBy(...order)
    .limit(limit + 1);
  return toPage(rows, limit, ({ created_at, id }) => [created_at, id]);
});

export const getRefund = operation(contracts.getRefund, async (ctx, { id }) => {
  const [row] = await selectRefunds(ctx, eq(refunds.id, id));
  if (!row) throw notFound();
  return row;
});

export const getRefundTotals = operation(contracts.getRefundTotals, async (ctx, filters) => {
  const { db, organization_id } = ctx;
  const sumOf = (condition: SQL) =>
    sql<number>`coalesce(sum(${refunds.amount_minor}) filter (where ${condition}), 0)`.mapWith(Number);
  const by_currency = await db
    .select({
      ...{ currency: refunds.currency, count: sql<number>`count(*)`.mapWith(Number) },
      refunded_minor: sumOf(sql`${status} <> 'failed'`),
      pending_minor: sumOf(sql`${status} = 'pending'`),
      failed_minor: sumOf(sql`${status} = 'failed'`),
    })
    .from(refunds)
    .innerJoin(payments, isPaymentIn(organization_id))
    .innerJoin(accountCredits, isCreditIn(organization_id))
    .leftJoin(invoices, isNoteIn(organization_id))
    .leftJoin(gatewayRefunds, isAtGatewayIn(organization_id))
    .where(within(ctx, conditions(ctx, filters)))
    .groupBy(refunds.currency)
    .orderBy(refunds.currency);
  return { by_currency };
});

const isPaymentIn = (organization_id: string) =>
  and(eq(payments.organization_id, organization_id), eq(payments.id, refunds.payment_id));
const isCreditIn = (organization_id: string) =>
  and(eq(accountCredits.organization_id, organization_id), eq(accountCredits.id, refunds.credit_id));
const isNoteIn = (organization_id: string) =>
  and(eq(invoices.organization_id, organization_id), eq(invoices.id, accountCredits.credit_note_id));
const isAtGatewayIn = (organization_id: string) =>
  and(eq(gatewayRefunds.organization_id, organization_id), eq(gatewayRefunds.refund_id, refunds.id));

function conditions({ organization_id }: ReadCtx, filters: Filters): SQL | undefined {
  const { method, location_id, payment_id, member_id, company_id, refunded_from, refunded_to, q } = filters;
  return and(
    filters.status ? inArray(status, filters.status) : undefined,
    method ? eq(refunds.method, method) : undefined,
    location_id ? eq(refunds.location_id, location_id) : undefined,
    payment_id ? eq(refunds.payment_id, payment_id) : undefined,
    member_id ? eq(payments.payer_member_id, member_id) : undefined,
    company_id ? eq(payments.payer_company_id, company_id) : undefined,
    refunded_from ? gte(refunds.refunded_on, refunded_from) : undefined,
    refunded_to ? lte(refunds.refunded_on, refunded_to) : undefined,
    q ? isFound(organization_id, q) : undefined,
  );
}

function isFound(organization_id: string, q: string): SQL {
  const terms = searchTerms(q);
  const contains = (text: SQL): SQL =>
    terms.length === 0
      ? sql`false`
      : sql.join(
          terms.map((term) => sql`${text} like any(${sql.param(likePatterns(term))}::text[])`),
          sql` and `,
        );
  return sql`(${gatewayRefunds.refund_ref} = ${q} or ${invoices.number} in (${q}, ${q.toUpperCase()})
    or exists (select from members m where m.organization_id = ${organization_id}
      and m.id = ${payments.payer_member_id} and ${contains(sql`m.search_text`)})
    or exists (select from companies c where c.organization_id = ${organization_id}
      and c.id = ${payments.payer_company_id} and ${contains(sql`lower(c.name)`)}))`;
}

const within = ({ organization_id, caller }: ReadCtx, condition: SQL | undefined) =>
  and(eq(refunds.organization_id, organization_id), withinReach(caller, refunds.location_id), condition);

/** Refunds with every column of the response, within the caller's reach (A3). */
function selectRefunds(ctx: ReadCtx, condition: SQL | undefined) {
  const { db, organization_id } = ctx;
  return db
    .select({
      ...{ id: refunds.id, payment_id: refunds.payment_id, location_id: refunds.location_id },
      ...{ payer_member_id: payments.payer_member_id, payer_company_id: payments.payer_company_id },
      ...{ payer_name: payerName("payments"), location_name: locations.name, method: refunds.method },
      ...{ amount_minor: refunds.amount_minor, currency: refunds.currency, refunded_on: refunds.refunded_on },
      ...{ reason: refunds.reason, status, failure: gatewayRefunds.failure, vendor: paymentGateways.vendor },
      refund_ref: gatewayRefunds.refund_ref,
      credit_note: sql<{ id: string; number: string } | null>`case when ${invoices.id} is not null
        then json_build_object('id', ${invoices.id}, 'number', ${invoices.number}) end`,
      ...{ created_by: refunds.created_by, created_at: refunds.created_at, ended_at: gatewayRefunds.ended_at },
    })
    .from(refunds)
    .innerJoin(payments, isPaymentIn(organization_id))
    .innerJoin(accountCredits, isCreditIn(organization_id))
    .innerJoin(locations, and(eq(locations.organization_id, organization_id), eq(locations.id, refunds.location_id)))
    .leftJoin(invoices, isNoteIn(organization_id))
    .leftJoin(gatewayRefunds, isAtGatewayIn(organization_id))
    .leftJoin(
      paymentGateways,
      and(eq(paymentGateways.organization_id, organization_id), eq(paymentGateways.id, gatewayRefunds.gateway_id)),
    )
    .where(within(ctx, condition))
    .$dynamic();
}
