import { and, eq } from "drizzle-orm";
import { memberships } from "@/db/schema";
import type { Output } from "@/lib/contracts/contract";
import type { previewFreeze } from "@/lib/contracts/memberships/membership-actions";
import { type Issued, issueDocuments } from "@/lib/domain/billing/documents";
import { type BillingState, billThrough, nextBill, type Outcome, pendingChange } from "@/lib/domain/billing/engine";
import { sellerOf } from "@/lib/domain/billing/entities";
import { withinReach } from "@/lib/domain/organization/locations";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import type { InvoiceOrigin } from "@/lib/values/billing";
import { addDays } from "@/lib/values/calendar-day";
import type { HappeningNote } from "@/lib/values/membership-history";
import {
  type Bill,
  type Billed,
  type BillOptions,
  billOf,
  draftsOf,
  loadBilled,
  type PlanTax,
  type PlanTaxes,
  saveBilling,
  taxesOf,
  withRefusals,
} from "./billing";

/** What an action does to a membership. */
export type Acted = Outcome & {
  /** A plan that it brings in. */
  plan?: PlanTax;
  notes?: string[];
  /** Lines below zero of credit notes that the action issues beside what the engine bills. */
  refund?: Preview["lines"];
};
type Reason = Pick<HappeningNote, "reason">;
export type Action = (billed: Billed) => Acted | Promise<Acted>;

type Preview = Output<typeof previewFreeze>;

/** Throws 404 for a membership out of reach. The row is locked unless the transaction only reads. */
export async function getBilled(ctx: Ctx<unknown>, id: string, is_read: boolean): Promise<Billed> {
  const [billed] = await loadBilled(
    ctx,
    and(eq(memberships.id, id), withinReach(ctx.caller, memberships.location_id)),
    { is_read },
  );
  if (!billed) throw notFound();
  return billed;
}

/** Bills what the action leaves due on the day itself, such as the fee of a freeze that begins today. */
async function computed(billed: Billed, action: Action): Promise<Acted & { taxes: PlanTaxes }> {
  const acted = await action(billed);
  const due = withRefusals(() => billThrough(acted.state, billed.today));
  const taxes = acted.plan ? new Map([...billed.taxes, ...taxesOf([acted.plan])]) : billed.taxes;
  return { ...acted, taxes, state: due.state, lines: [...acted.lines, ...due.lines] };
}

/** C12: what `perform()` would do with the same action on the same day. */
export async function preview(ctx: Ctx<unknown>, id: string, action: Action): Promise<Preview> {
  const billed = await getBilled(ctx, id, true);
  const { state, lines, taxes, notes = [], refund = [] } = await computed(billed, action);
  const { row, today } = billed;
  const seller = await sellerOf(ctx, row.location_id);
  const options = { membership: row, taxes, seller, organization: ctx.organization };
  const { next_bill_on, ends_on, cancelled_on } = state;
  return {
    ...{ membership_id: id, currency: row.currency, today, notes, ...withRefund(billOf(lines, options), refund) },
    before: daysOf(billed.state),
    after: {
      ...{ next_bill_on, ends_on, cancelled_on },
      next_bill_minor: next_bill_on === null ? null : billOf(nextBill(state), options).total_minor,
      plan_name: (pendingChange(state) ?? state.terms.at(-1))?.plan_name ?? row.plan_name,
    },
    until_end: untilEnd(state, options),
  };
}

function withRefund(bill: Bill, refund: Bill["lines"]): Bill {
  const sum = (name: "net_minor" | "tax_minor" | "total_minor") =>
    refund.reduce((all, line) => all + line[name], bill[name]);
  return {
    lines: [...bill.lines, ...refund],
    ...{ net_minor: sum("net_minor"), tax_minor: sum("tax_minor"), total_minor: sum("total_minor") },
  };
}

/** F1: the bills that remain before the day of a cancellation. */
function untilEnd(state: BillingState, options: BillOptions): Preview["until_end"] {
  if (state.cancelled_on === null) return null;
  const remaining = billThrough(state, addDays(state.cancelled_on, -1)).lines;
  const lines = remaining.filter(({ amount_minor }) => amount_minor > 0);
  return { last_charge_on: lines.at(-1)?.on ?? null, total_minor: billOf(lines, options).total_minor };
}

const daysOf = ({ next_bill_on, ends_on, cancelled_on }: BillingState) => ({ next_bill_on, ends_on, cancelled_on });

export type Performed = { billed: Billed; state: BillingState; issued: Issued[] };

/** Stores the new state with what happened, and issues the documents of its lines. The reason is that of the staff. */
export async function perform(
  ctx: Ctx<unknown>,
  id: string,
  origin: InvoiceOrigin,
  action: Action,
  note?: Reason,
): Promise<Performed> {
  const billed = await getBilled(ctx, id, false);
  ctx.expectVersion(billed.row.version);
  const { state, lines, taxes } = await computed(billed, action);
  await saveBilling(ctx, [{ id, before: billed.state, state, today: billed.today, note }]);
  const issued = await issueDocuments(ctx, draftsOf(lines, billed.row, taxes, origin));
  return { billed, state, issued };
}
