import { invalid } from "@/lib/kernel/errors";
import type { IntervalUnit, PlanKind } from "@/lib/values/statuses";

type PlanFields = {
  kind: PlanKind;
  price_minor: number;
  joining_fee_minor: number;
  interval_unit: IntervalUnit;
  interval_count: number;
  sessions_included: number | null;
};

/** Throws if a field does not fit the kind of the plan. */
export function checkPlan(plan: PlanFields): void {
  if (plan.kind === "day_pass" && (plan.interval_unit !== "day" || plan.interval_count !== 1)) {
    throw invalid("interval_unit", "A day pass lasts one day; choose another kind for a longer term");
  }
  if (plan.kind === "session_pack" && plan.sessions_included === null) {
    throw invalid("sessions_included", "Enter the number of sessions in the pack");
  }
  if ((plan.kind === "trial" || plan.kind === "day_pass") && plan.joining_fee_minor > 0) {
    throw invalid("joining_fee_minor", "A trial or a day pass cannot have a joining fee");
  }
}

export const intervalOf = (kind: PlanKind): IntervalUnit => (kind === "day_pass" ? "day" : "month");
