import { and, asc, eq, gt, isNull, notInArray, type SQL, sql } from "drizzle-orm";
import { invoices } from "@/db/schema";
import type { Schedule } from "@/lib/domain/area";
import { type Draft, issueDocuments, type Payer, usableOn } from "@/lib/domain/billing/documents";
import { sellerOf } from "@/lib/domain/billing/entities";
import type { Ctx } from "@/lib/kernel/operation";
import { addDays, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import { type LateFee, lateFeeOf } from "@/lib/values/late-fee";

/** Invoices of one transaction. */
const batchSize = 200;

/**
 * Charges the invoices of the location that are not paid in time, each of them once, with an invoice of its own to the same payer. The
 * invoices are locked, so that a payment comes before the fee or after it. Imported debts and fees themselves are not charged.
 */
export const lateFees: Schedule = {
  name: "late-fees",
  async run(ctx, { location, run_on }) {
    const { entity } = await sellerOf(ctx, location.id);
    const { late_fee } = entity;
    if (!late_fee) return { found: 0, acted: 0 };
    const late = await lateInvoices(ctx, { location_id: location.id, entity_id: entity.id, late_fee, run_on });
    const drafts = late.map((invoice) => draftOf(invoice, late_fee, run_on));
    const issued = await issueDocuments(ctx, drafts);
    return { found: late.length, acted: issued.length, has_more: late.length === batchSize };
  },
};

type Query = { location_id: string; entity_id: string; late_fee: LateFee; run_on: CalendarDay };
type Late = Pick<typeof invoices.$inferSelect, "id" | "location_id" | "currency" | "due_on" | "number" | "open_minor"> &
  Payer;

async function lateInvoices(ctx: Ctx<unknown>, { location_id, entity_id, late_fee, run_on }: Query): Promise<Late[]> {
  const { db, organization_id, organization } = ctx;
  const is_own_currency = late_fee.kind === "amount" || late_fee.max_minor !== null;
  const rows = await db
    .select({
      ...{ id: invoices.id, location_id: invoices.location_id, currency: invoices.currency, number: invoices.number },
      ...{ due_on: invoices.due_on, open_minor: invoices.open_minor },
      ...{ payer_member_id: invoices.payer_member_id, payer_company_id: invoices.payer_company_id },
    })
    .from(invoices)
    .where(
      and(
        eq(invoices.organization_id, organization_id),
        eq(invoices.location_id, location_id),
        eq(invoices.legal_entity_id, entity_id),
        gt(invoices.open_minor, 0),
        isNull(invoices.written_off_at),
        sql`${invoices.due_on} <= ${addDays(run_on, -late_fee.after_days)}`,
        sql`${invoices.issued_on} >= ${late_fee.from_on}`,
        notInArray(invoices.origin, ["late_fee", "import"]),
        is_own_currency ? eq(invoices.currency, organization.currency) : undefined,
        sql`not exists (select 1 from invoice_lines fee where fee.organization_id = ${organization_id}
          and fee.kind = 'late_fee' and fee.line_key = ${keyOf(sql`${invoices.id}::text`)})`,
        sql`${coveringCredit(organization_id, run_on)} < ${invoices.open_minor}`,
      ),
    )
    .orderBy(asc(invoices.id))
    .limit(batchSize)
    .for("update");
  return rows as Late[];
}

const keyOf = (id: SQL): SQL => sql`'late_fee:' || ${id}`;

/** What the gym owes the payer in the same currency: an invoice that it covers is not late. */
const coveringCredit = (
  organization_id: string,
  run_on: CalendarDay,
): SQL => sql`(select coalesce(sum(c.remaining_minor), 0)
  from account_credits c where c.organization_id = ${organization_id} and c.remaining_minor > 0
    and c.currency = ${invoices.currency} and ${usableOn(sql`c.expires_on`, run_on)}
    and (c.payer_member_id = ${invoices.payer_member_id} or c.payer_company_id = ${invoices.payer_company_id}))`;

function draftOf(invoice: Late, late_fee: LateFee, run_on: CalendarDay): Draft {
  const { id, location_id, currency, due_on, number, open_minor } = invoice;
  const { payer_member_id, payer_company_id } = invoice;
  const due = due_on ?? run_on;
  return {
    ...({ payer_member_id, payer_company_id } as Payer),
    ...{ origin: "late_fee", location_id, currency },
    lines: [
      {
        ...{ kind: "late_fee", member_id: payer_member_id, membership_id: null, line_key: `late_fee:${id}` },
        ...{ description: `Late fee for ${number}`, due_on: run_on, from_on: null, to_on: null },
        ...{ list_minor: lateFeeOf(late_fee, open_minor), discount_minor: 0 },
        ...{ tax_class: late_fee.tax_class, is_price_with_tax: true },
        facts: {
          ...{ why: "late_fee", late_invoice_id: id, late_number: number, late_due_on: due, open_minor },
          ...{ late_days: daysBetween(due, run_on), rate_ppm: late_fee.kind === "percent" ? late_fee.rate_ppm : null },
        },
      },
    ],
  };
}
