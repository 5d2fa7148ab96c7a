import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { gatewayBills, gatewaySubscriptions, invoices, memberships, paymentGateways, savedMethods } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/gateway-subscriptions";
import { payerName } from "@/lib/domain/billing/payments";
import { withinReach } from "@/lib/domain/organization/locations";
import { toPage } from "@/lib/kernel/cursor";
import { notFound } from "@/lib/kernel/errors";
import { newestFirst } from "@/lib/kernel/newest-first";
import { operation, type ReadCtx } from "@/lib/kernel/operation";

const t = gatewaySubscriptions;

export const listSubscriptions = operation(contracts.listSubscriptions, async (ctx, input) => {
  const { limit, cursor, membership_id, member_id, location_id, status, is_live } = input;
  const { order, after } = newestFirst(t.created_at, t.id, cursor);
  const rows = await selectSubscriptions(
    ctx,
    and(
      membership_id ? eq(t.membership_id, membership_id) : undefined,
      member_id ? eq(memberships.member_id, member_id) : undefined,
      location_id ? eq(memberships.location_id, location_id) : undefined,
      status ? inArray(t.status, status) : undefined,
      is_live === undefined ? undefined : is_live ? isNull(t.ended_at) : isNotNull(t.ended_at),
      after,
    ),
  )
    .orderBy(...order)
    .limit(limit + 1);
  return toPage(rows, limit, ({ created_at, id }) => [created_at, id]);
});

export const getSubscription = operation(contracts.getSubscription, async (ctx, { id }) => ({
  ...(await getSubscriptionRow(ctx, id)),
  bills: await billsOf(ctx, id),
}));

export async function getSubscriptionRow(ctx: ReadCtx, id: string) {
  const [row] = await selectSubscriptions(ctx, eq(t.id, id));
  if (!row) throw notFound();
  return row;
}

/** The newest subscription of a membership, also one that has ended. */
export async function newestOf(ctx: ReadCtx, membership_id: string) {
  const [row] = await selectSubscriptions(ctx, eq(t.membership_id, membership_id))
    .orderBy(sql`${t.created_at} desc`, sql`${t.id} desc`)
    .limit(1);
  return row ?? null;
}

const methodLabel = sql<string | null>`nullif(trim(concat_ws(' ', ${savedMethods.brand}, ${savedMethods.last4})), '')`;

/** Subscriptions with every column of the response, within the caller's reach (A3). */
function selectSubscriptions({ db, caller, organization_id }: ReadCtx, condition: SQL | undefined) {
  return db
    .select({
      ...{ id: t.id, membership_id: t.membership_id, member_id: memberships.member_id },
      ...{ location_id: memberships.location_id, gateway_id: t.gateway_id, vendor: paymentGateways.vendor },
      ...{ payer_member_id: t.payer_member_id, payer_company_id: t.payer_company_id },
      ...{ payer_name: payerName("gateway_subscriptions"), method_label: methodLabel },
      ...{ status: t.status, name: t.name, amount_minor: t.amount_minor, currency: t.currency },
      ...{ interval_unit: t.interval_unit, interval_count: t.interval_count, first_on: t.first_on },
      next_bill_at: t.period_ends_at,
      ...{ is_ending: t.is_ending, end_reason: t.end_reason, failure: t.failure, vendor_ref: t.vendor_ref },
      ...{ action_url: t.action_url, created_at: t.created_at, ended_at: t.ended_at },
      last_bill: lastBill,
    })
    .from(t)
    .innerJoin(memberships, and(eq(memberships.organization_id, organization_id), eq(memberships.id, t.membership_id)))
    .innerJoin(
      paymentGateways,
      and(eq(paymentGateways.organization_id, organization_id), eq(paymentGateways.id, t.gateway_id)),
    )
    .leftJoin(
      savedMethods,
      and(eq(savedMethods.organization_id, organization_id), eq(savedMethods.id, t.saved_method_id)),
    )
    .where(and(eq(t.organization_id, organization_id), withinReach(caller, memberships.location_id), condition))
    .$dynamic();
}

type LastBill = { status: "open" | "failed" | "paid" | "void"; period_on: string; failure: string | null };

const lastBill = sql<LastBill | null>`(select json_build_object('status', b.status, 'period_on', b.period_on, 'failure', coalesce(b.mismatch, b.failure))
  from gateway_bills b where b.organization_id = ${t.organization_id} and b.subscription_id = ${t.id}
  order by b.period_on desc, b.created_at desc limit 1)`;

const maxBills = 60;

function billsOf({ db, organization_id }: ReadCtx, subscription_id: string) {
  const b = gatewayBills;
  return db
    .select({
      ...{ id: b.id, bill_ref: b.bill_ref, status: b.status, amount_minor: b.amount_minor, currency: b.currency },
      ...{ period_on: b.period_on, failure: b.failure, next_try_at: b.next_try_at, mismatch: b.mismatch },
      ...{ invoice_id: b.invoice_id, invoice_number: invoices.number, payment_id: b.payment_id },
    })
    .from(b)
    .leftJoin(invoices, and(eq(invoices.organization_id, organization_id), eq(invoices.id, b.invoice_id)))
    .where(and(eq(b.organization_id, organization_id), eq(b.subscription_id, subscription_id)))
    .orderBy(sql`${b.period_on} desc`, sql`${b.created_at} desc`)
    .limit(maxBills);
}
