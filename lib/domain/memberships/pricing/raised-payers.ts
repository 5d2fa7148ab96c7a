import { pendingPrices, termOn } from "@/lib/domain/billing/engine";
import type { Billed } from "@/lib/domain/memberships/billing";
import type { ClockCtx } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { billDayFrom, type Interval } from "@/lib/values/membership-term";
import { runningOn } from "./increased-memberships";
import type { PendingIncrease } from "./pending-increase";

/** J2: who will pay more for a membership, and from which bill on. */
export type RaisedPayer = Interval & {
  membership_id: string;
  plan_name: string;
  payer_member_id: string | null;
  payer_company_id: string | null;
  location_id: string;
  currency: string;
  old_minor: number;
  new_minor: number;
  first_bill_on: CalendarDay;
};

/** C20: those whom an announced price concerns, in batches. A membership that ends before its first bill at that price is left out. */
export async function* raisedPayers(
  ctx: ClockCtx,
  increase: PendingIncrease,
  today: CalendarDay,
): AsyncGenerator<RaisedPayer[]> {
  for await (const batch of runningOn(ctx, increase.plan_id, today, { is_read: true })) {
    yield batch.flatMap((billed) => raisedPayer(billed, increase) ?? []);
  }
}

function raisedPayer({ row, state }: Billed, increase: PendingIncrease): RaisedPayer | null {
  const { plan_id, price_minor, effective_on } = increase;
  const term = pendingPrices(state).find(
    (one) =>
      one.cause === "price_increase" &&
      one.plan_id === plan_id &&
      one.price_minor === price_minor &&
      one.effective_on >= effective_on,
  );
  if (!term) return null;
  const { next_bill_on, anchor_day, billed, cancelled_on, terms } = state;
  const first_bill_on =
    next_bill_on === null ? term.effective_on : billDayFrom(next_bill_on, anchor_day, billed, term.effective_on);
  if (cancelled_on !== null && first_bill_on >= cancelled_on) return null;
  const before = terms.filter((one) => one !== term);
  return {
    ...{ membership_id: row.id, plan_name: term.plan_name, location_id: row.location_id, currency: row.currency },
    payer_member_id: row.payer_company_id ? null : (row.payer_member_id ?? row.member_id),
    payer_company_id: row.payer_company_id,
    ...{ old_minor: termOn(before, term.effective_on).price_minor, new_minor: price_minor, first_bill_on },
    ...{ interval_unit: term.interval_unit, interval_count: term.interval_count },
  };
}
