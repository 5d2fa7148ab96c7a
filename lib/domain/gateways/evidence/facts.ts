import { and, asc, desc, eq, gte, inArray, isNull, lte, ne, or, sql } from "drizzle-orm";
import {
  checkIns,
  invoiceLines,
  invoiceSettlements,
  invoices,
  locations,
  members,
  membershipPlans,
  memberships,
  messages,
  payments,
  refunds,
} from "@/db/schema";
import type { DisputeRow } from "@/lib/domain/gateways/disputes/apply-dispute";
import { withinReach } from "@/lib/domain/organization/locations";
import type { ReadCtx } from "@/lib/kernel/operation";

type Payment = typeof payments.$inferSelect;

/** Days before the first day that was paid for, and the most rows of a table: banks take a few megabytes. */
const daysBefore = 90;
const mostRows = 400;

/** What is stored about a disputed payment: the agreement, the visits, the documents and money, and the messages. */
export async function factsOf(ctx: ReadCtx, dispute: DisputeRow, payment: Payment) {
  const documents = await documentsOf(ctx, payment);
  const ids = documents.map(({ id }) => id);
  const lines = await linesOf(ctx, ids);
  const covered = await coveredBy(ctx, payment, lines);
  const member_ids = covered.map(({ id }) => id);
  const days = lines.flatMap(({ from_on }) => from_on ?? []);
  const first = [...days, payment.received_on].toSorted()[0] ?? payment.received_on;
  return {
    ...{ documents, lines, covered, first },
    agreements: await agreementsOf(ctx, member_ids, lines),
    visits: await visitsOf(ctx, member_ids, { first, until: dispute.opened_at }),
    money: await moneyOf(ctx, payment),
    messages: await messagesOf(ctx, [...member_ids, ...(payment.payer_member_id ? [payment.payer_member_id] : [])], {
      company_id: payment.payer_company_id,
      first,
      until: dispute.opened_at,
    }),
  };
}

export type EvidenceFacts = Awaited<ReturnType<typeof factsOf>>;

/** The invoices that the payment has paid, also where the dispute has opened them again, and their credit notes. */
async function documentsOf({ db, organization_id }: ReadCtx, payment: Payment) {
  const paid = db
    .select({ id: invoiceSettlements.invoice_id })
    .from(invoiceSettlements)
    .where(and(eq(invoiceSettlements.organization_id, organization_id), eq(invoiceSettlements.payment_id, payment.id)));
  return db
    .select({
      ...{ id: invoices.id, kind: invoices.kind, number: invoices.number, issued_on: invoices.issued_on },
      total_minor: invoices.total_minor,
    })
    .from(invoices)
    .where(
      and(
        eq(invoices.organization_id, organization_id),
        or(inArray(invoices.id, paid), inArray(invoices.corrects_invoice_id, paid)),
      ),
    )
    .orderBy(asc(invoices.issued_on), asc(invoices.id));
}

async function linesOf({ db, organization_id }: ReadCtx, ids: string[]) {
  if (ids.length === 0) return [];
  return db
    .select({
      ...{ invoice_id: invoiceLines.invoice_id, description: invoiceLines.description },
      ...{ from_on: invoiceLines.from_on, to_on: invoiceLines.to_on, total_minor: invoiceLines.total_minor },
      ...{ member_id: invoiceLines.member_id, membership_id: invoiceLines.membership_id },
    })
    .from(invoiceLines)
    .where(and(eq(invoiceLines.organization_id, organization_id), inArray(invoiceLines.invoice_id, ids)))
    .orderBy(asc(invoiceLines.invoice_id), asc(invoiceLines.id));
}

type Line = Awaited<ReturnType<typeof linesOf>>[number];

/** The members of the paid lines. Without any, the payer. */
async function coveredBy({ db, organization_id }: ReadCtx, payment: Payment, lines: readonly Line[]) {
  const memberIds = lines.flatMap(({ member_id }) => member_id ?? []);
  const membershipIds = lines.flatMap(({ membership_id }) => membership_id ?? []);
  const held = db
    .select({ id: memberships.member_id })
    .from(memberships)
    .where(
      and(
        eq(memberships.organization_id, organization_id),
        membershipIds.length > 0 ? inArray(memberships.id, membershipIds) : sql`false`,
      ),
    );
  const payers = payment.payer_member_id ? [payment.payer_member_id] : [];
  const named = [...memberIds, ...payers];
  return db
    .select({
      ...{ id: members.id, first_name: members.first_name, last_name: members.last_name },
      ...{ email: members.email, waiver_signed_at: members.waiver_signed_at, created_at: members.created_at },
    })
    .from(members)
    .where(
      and(
        eq(members.organization_id, organization_id),
        or(inArray(members.id, held), named.length > 0 ? inArray(members.id, named) : undefined),
      ),
    )
    .orderBy(asc(members.id));
}

async function agreementsOf({ db, organization_id }: ReadCtx, member_ids: string[], lines: readonly Line[]) {
  if (member_ids.length === 0) return [];
  const billed = lines.flatMap(({ membership_id }) => membership_id ?? []);
  return db
    .select({
      ...{ plan_name: memberships.plan_name, price_minor: memberships.price_minor, currency: memberships.currency },
      ...{ joining_fee_minor: memberships.joining_fee_minor, starts_on: memberships.starts_on },
      ...{ ends_on: memberships.ends_on, cancelled_on: memberships.cancelled_on, created_at: memberships.created_at },
      ...{ interval_unit: membershipPlans.interval_unit, interval_count: membershipPlans.interval_count },
      ...{ min_term_months: membershipPlans.min_term_months, notice_days: membershipPlans.notice_days },
    })
    .from(memberships)
    .innerJoin(
      membershipPlans,
      and(eq(membershipPlans.organization_id, organization_id), eq(membershipPlans.id, memberships.plan_id)),
    )
    .where(
      and(
        eq(memberships.organization_id, organization_id),
        billed.length > 0 ? inArray(memberships.id, billed) : inArray(memberships.member_id, member_ids),
      ),
    )
    .orderBy(asc(memberships.starts_on), asc(memberships.id))
    .limit(20);
}

type Days = { first: string; until: string };

async function visitsOf({ db, caller, organization_id }: ReadCtx, member_ids: string[], { first, until }: Days) {
  if (member_ids.length === 0) return [];
  return db
    .select({
      ...{ check_in_at: checkIns.check_in_at, check_out_at: checkIns.check_out_at, method: checkIns.method },
      ...{ location_name: locations.name, time_zone: locations.time_zone, first_name: members.first_name },
      last_name: members.last_name,
    })
    .from(checkIns)
    .innerJoin(locations, and(eq(locations.organization_id, organization_id), eq(locations.id, checkIns.location_id)))
    .innerJoin(members, and(eq(members.organization_id, organization_id), eq(members.id, checkIns.member_id)))
    .where(
      and(
        eq(checkIns.organization_id, organization_id),
        inArray(checkIns.member_id, member_ids),
        withinReach(caller, checkIns.location_id),
        isNull(checkIns.undone_at),
        sql`${checkIns.visit_on} >= ${first}::date - ${daysBefore}::int`,
        lte(checkIns.check_in_at, until),
      ),
    )
    .orderBy(desc(checkIns.check_in_at), desc(checkIns.id))
    .limit(mostRows);
}

/** The disputed payment and the payer's other payments, with what was refunded of each. */
async function moneyOf({ db, caller, organization_id }: ReadCtx, payment: Payment) {
  const refunded = sql<string | null>`(select max(r.refunded_on)::text from ${refunds} r
    where r.organization_id = payments.organization_id and r.payment_id = payments.id)`;
  return db
    .select({
      ...{ id: payments.id, received_on: payments.received_on, method: payments.method, currency: payments.currency },
      ...{ amount_minor: payments.amount_minor, refunded_minor: payments.refunded_minor, refunded_on: refunded },
      charge_ref: payments.charge_ref,
    })
    .from(payments)
    .where(
      and(
        eq(payments.organization_id, organization_id),
        payment.payer_member_id
          ? eq(payments.payer_member_id, payment.payer_member_id)
          : eq(payments.payer_company_id, payment.payer_company_id ?? ""),
        withinReach(caller, payments.location_id),
        isNull(payments.reversed_at),
        or(eq(payments.id, payment.id), lte(payments.created_at, payment.created_at)),
      ),
    )
    .orderBy(desc(payments.created_at), desc(payments.id))
    .limit(24);
}

async function messagesOf(
  { db, caller, organization_id }: ReadCtx,
  member_ids: string[],
  { company_id, first, until }: Days & { company_id: string | null },
) {
  if (member_ids.length === 0 && !company_id) return [];
  return db
    .select({
      ...{ sent_at: messages.sent_at, channel: messages.channel, to_address: messages.to_address },
      ...{ subject: messages.subject, body: messages.body, state: messages.state },
    })
    .from(messages)
    .where(
      and(
        eq(messages.organization_id, organization_id),
        or(
          member_ids.length > 0 ? inArray(messages.member_id, member_ids) : undefined,
          company_id ? eq(messages.company_id, company_id) : undefined,
        ),
        or(isNull(messages.location_id), withinReach(caller, messages.location_id)),
        inArray(messages.state, ["sent", "delivered"]),
        ne(messages.category, "marketing"),
        gte(messages.sent_at, sql`${first}::date - ${daysBefore}::int`),
        lte(messages.sent_at, until),
      ),
    )
    .orderBy(desc(messages.sent_at), desc(messages.id))
    .limit(200);
}
