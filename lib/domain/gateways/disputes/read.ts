import { and, asc, eq, gte, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { disputes, invoices, locations, paymentGateways, payments } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/disputes";
import { payerName } from "@/lib/domain/billing/payments";
import { withinReach } from "@/lib/domain/organization/locations";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { notFound } from "@/lib/kernel/errors";
import { newestFirst } from "@/lib/kernel/newest-first";
import { operation, type ReadCtx } from "@/lib/kernel/operation";

type Filters = z.output<typeof contracts.getDisputeTotals.input>;

export const listDisputes = operation(contracts.listDisputes, async (ctx, { limit, cursor, sort, ...filters }) => {
  const { order, after } = sort === "due" ? dueFirst(cursor) : newestFirst(disputes.opened_at, disputes.id, cursor);
  const rows = await selectDisputes(ctx, and(filtered(filters), after))
    .orderBy(...order)
    .limit(limit + 1);
  return toPage(rows, limit, ({ opened_at, evidence_due_at, id }) => [
    sort === "due" ? evidence_due_at : opened_at,
    id,
  ]);
});

export const getDispute = operation(contracts.getDispute, (ctx, { id }) => getDisputeRow(ctx, id));

export const getDisputeTotals = operation(contracts.getDisputeTotals, async (ctx, filters) => {
  const { db, caller, organization_id } = ctx;
  const sum = (column: PgColumn, of: SQL) => sql`coalesce(sum(${column}) filter (where ${of}), 0)`.mapWith(Number);
  const by_currency = await db
    .select({
      currency: disputes.currency,
      disputes: sql`count(*)`.mapWith(Number),
      undecided_minor: sum(
        disputes.amount_minor,
        sql`${disputes.taken_at} is not null and ${disputes.closed_at} is null`,
      ),
      won_minor: sum(disputes.amount_minor, sql`${disputes.status} = 'won'`),
      lost_minor: sum(disputes.amount_minor, sql`${disputes.status} = 'lost'`),
      fee_minor: sum(disputes.fee_minor, sql`true`),
    })
    .from(disputes)
    .innerJoin(payments, and(eq(payments.organization_id, organization_id), eq(payments.id, disputes.payment_id)))
    .where(
      and(eq(disputes.organization_id, organization_id), withinReach(caller, disputes.location_id), filtered(filters)),
    )
    .groupBy(disputes.currency)
    .orderBy(asc(disputes.currency));
  return { by_currency };
});

function filtered({
  member_id,
  company_id,
  location_id,
  payment_id,
  status,
  is_open,
  opened_from,
  opened_to,
}: Filters) {
  return and(
    member_id ? eq(payments.payer_member_id, member_id) : undefined,
    company_id ? eq(payments.payer_company_id, company_id) : undefined,
    location_id ? eq(disputes.location_id, location_id) : undefined,
    payment_id ? eq(disputes.payment_id, payment_id) : undefined,
    status ? inArray(disputes.status, status) : undefined,
    is_open === undefined ? undefined : is_open ? isNull(disputes.closed_at) : isNotNull(disputes.closed_at),
    opened_from ? gte(disputes.opened_at, opened_from) : undefined,
    opened_to ? sql`${disputes.opened_at} < ${opened_to}::date + 1` : undefined,
  );
}

/** What must be answered first; what needs no answer comes last. */
function dueFirst(cursor: string | undefined): { order: SQL[]; after: SQL | undefined } {
  const due = sql`coalesce(${disputes.evidence_due_at}, 'infinity'::timestamptz)`;
  const [at, id] = cursor ? decodeCursor(cursor, 2) : [];
  return {
    order: [sql`${due}`, sql`${disputes.id}`],
    after: cursor
      ? sql`(${due}, ${disputes.id}) > (coalesce(${at}::timestamptz, 'infinity'::timestamptz), ${id}::uuid)`
      : undefined,
  };
}

export async function getDisputeRow(ctx: ReadCtx, id: string) {
  const [row] = await selectDisputes(ctx, eq(disputes.id, id));
  if (!row) throw notFound();
  return row;
}

type Reopened = { id: string; number: string; amount_minor: number; open_minor: number };

const reopened = sql<
  Reopened[]
>`(select coalesce(json_agg(json_build_object('id', i.id, 'number', coalesce(i.number, ''),
    'amount_minor', (s.share->>'amount_minor')::bigint, 'open_minor', i.open_minor) order by i.due_on, i.id), '[]')
  from jsonb_array_elements(${disputes.shares}->'invoices') s(share)
  join ${invoices} i on i.organization_id = ${disputes.organization_id} and i.id = (s.share->>'id')::uuid)`;

/** Disputes with every column of the response, within the caller's reach (A3): that of the payment's location. */
function selectDisputes({ db, caller, organization_id }: ReadCtx, condition: SQL | undefined) {
  return db
    .select({
      ...{ id: disputes.id, payment_id: disputes.payment_id, location_id: disputes.location_id },
      ...{ payer_member_id: payments.payer_member_id, payer_company_id: payments.payer_company_id },
      ...{ payer_name: payerName("payments"), location_name: locations.name, time_zone: locations.time_zone },
      ...{ vendor: paymentGateways.vendor, dispute_ref: disputes.dispute_ref, status: disputes.status },
      ...{ reason: disputes.reason, amount_minor: disputes.amount_minor, currency: disputes.currency },
      ...{ fee_minor: disputes.fee_minor, reopened_minor: disputes.reopened_minor },
      ...{ credit_minor: disputes.credit_minor, loss_minor: disputes.loss_minor, taken_at: disputes.taken_at },
      ...{ returned_at: disputes.returned_at, evidence_due_at: disputes.evidence_due_at },
      ...{ evidence_sent_at: disputes.evidence_sent_at, evidence_summary: disputes.evidence_summary },
      ...{ evidence_failure: disputes.evidence_failure, opened_at: disputes.opened_at, closed_at: disputes.closed_at },
      payment: {
        ...{ method: payments.method, amount_minor: payments.amount_minor, received_on: payments.received_on },
        refunded_minor: payments.refunded_minor,
      },
      invoices: reopened,
    })
    .from(disputes)
    .innerJoin(payments, and(eq(payments.organization_id, organization_id), eq(payments.id, disputes.payment_id)))
    .innerJoin(locations, and(eq(locations.organization_id, organization_id), eq(locations.id, disputes.location_id)))
    .innerJoin(
      paymentGateways,
      and(eq(paymentGateways.organization_id, organization_id), eq(paymentGateways.id, disputes.gateway_id)),
    )
    .where(and(eq(disputes.organization_id, organization_id), withinReach(caller, disputes.location_id), condition))
    .$dynamic();
}
