import type { BillingState } from "@/lib/values/billing-state";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { billThrough } from "./bill-through";
import { type CancelRequest, cancelMembership } from "./cancel";
import type { Line } from "./line";
import { EngineRefusal, type RefusalCode } from "./refusal";

export type CancellationOption =
  | { at: CancelRequest["at"]; refusal: RefusalCode }
  | {
      at: CancelRequest["at"];
      refusal: null;
      last_day: CalendarDay;
      /** The first day without access. */
      cancelled_on: CalendarDay;
      /** The last day on which something is charged; null where nothing is. */
      last_charge_on: CalendarDay | null;
      /** Everything that is still charged until then. */
      charges: Line[];
      charges_minor: number;
      /** What is given back if the unused days are credited. */
      unused: Line[];
      unused_minor: number;
    };

type Choice = Omit<CancelRequest, "credit_unused">;

function optionOf(state: BillingState, choice: Choice): CancellationOption {
  const { at } = choice;
  try {
    const cancelled = cancelMembership(state, { ...choice, credit_unused: true });
    const { cancelled_on } = cancelled.state;
    if (cancelled_on === null) return { at, refusal: "no_next_bill" };
    const lines = [...cancelled.lines, ...billThrough(cancelled.state, cancelled_on).lines];
    const charges = lines.filter(({ amount_minor, on }) => amount_minor > 0 && on < cancelled_on);
    const unused = lines.filter(({ facts }) => facts.why === "cancelled_unused");
    const sum = (some: typeof lines) => some.reduce((total, { amount_minor }) => total + amount_minor, 0);
    return {
      ...{ at, refusal: null, last_day: addDays(cancelled_on, -1), cancelled_on },
      ...{ last_charge_on: charges.at(-1)?.on ?? null, charges, charges_minor: sum(charges) },
      ...{ unused, unused_minor: 0 - sum(unused) },
    };
  } catch (error) {
    if (error instanceof EngineRefusal) return { at, refusal: error.code };
    throw error;
  }
}

/**
 * F1: what each way to cancel means, before it is chosen.
 * @public
 */
export const cancellationOptions = (
  state: BillingState,
  on: CalendarDay,
  { day = null, overrides_min_term = false }: { day?: CalendarDay | null; overrides_min_term?: boolean } = {},
): CancellationOption[] =>
  (["now", "period_end", ...(day === null ? [] : [{ day }])] as const).map((at) =>
    optionOf(state, { at, on, overrides_min_term }),
  );
