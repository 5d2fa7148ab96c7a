import { type BillingState, currentTerm, pendingPrices } from "@/lib/domain/billing/engine";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { billDayFrom } from "@/lib/values/membership-term";
import { perMonth } from "./per-month";

export type NewPrice = {
  plan_id: string;
  price_minor: number;
  effective_on: CalendarDay;
  applies_to: "new_sales" | "everyone" | "joined_before";
  joined_before_on: CalendarDay | null;
};

/** What a new price does to a membership. `from_on` is the day that the engine takes. */
export type Effect =
  | { outcome: "ending" }
  | { outcome: "kept" }
  | {
      outcome: "raised";
      price_minor: number;
      from_on: CalendarDay;
      first_bill_on: CalendarDay;
      more_per_month_minor: number;
    };

const later = (a: CalendarDay, b: CalendarDay): CalendarDay => (a.localeCompare(b) > 0 ? a : b);

/** C20: a running membership pays a new price from its first period that begins on the day or later. */
export function effectOf(state: BillingState, increase: NewPrice): Effect {
  const { next_bill_on, anchor_day, cancelled_on, billed } = state;
  // A period that was billed before it begins keeps its price.
  const from_on = later(increase.effective_on, addDays(billed.from_on, 1));
  const term = currentTerm(state, from_on);
  if (next_bill_on === null && cancelled_on !== null) return { outcome: "ending" };
  // While a freeze has no end, the bill after it is not known. It comes on the day or later.
  const first_bill_on = next_bill_on === null ? from_on : billDayFrom(next_bill_on, anchor_day, billed, from_on);
  if (cancelled_on !== null && first_bill_on >= cancelled_on) return { outcome: "ending" };
  if (term.plan_id !== increase.plan_id) return { outcome: "kept" };
  if (!concerns(state, increase) || term.price_minor >= increase.price_minor) return { outcome: "kept" };
  if (pendingPrices(state).some(({ effective_on }) => effective_on === from_on)) return { outcome: "kept" };
  const more_per_month_minor = perMonth(increase.price_minor - term.price_minor, term);
  return { outcome: "raised", price_minor: term.price_minor, from_on, first_bill_on, more_per_month_minor };
}

function concerns({ starts_on }: BillingState, { applies_to, joined_before_on }: NewPrice): boolean {
  if (applies_to === "joined_before") return joined_before_on !== null && starts_on < joined_before_on;
  return applies_to === "everyone";
}
