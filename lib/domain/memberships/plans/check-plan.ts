import type { z } from "zod";
import type { createPlan } from "@/lib/contracts/memberships/membership-plans";
import { invalid } from "@/lib/kernel/errors";
import type { IntervalUnit, PlanKind } from "@/lib/values/statuses";
import { checkLimits } from "./check-limits";

type Input = z.output<typeof createPlan.input>;

/** Everything but the locations and texts that a plan is checked for. */
export type PlanTerms = Required<Omit<Input, "code" | "name" | "description" | "location_ids" | "currency">>;

/** Throws if a field does not fit the kind of the plan. */
export function checkPlan(plan: PlanTerms): void {
  const { kind, interval_unit } = plan;
  if (kind === "day_pass" && (interval_unit !== "day" || plan.interval_count !== 1)) {
    throw invalid("interval_unit", "A day pass lasts one day; choose another kind for a longer term");
  }
  if (kind === "session_pack" && plan.sessions_included === null) {
    throw invalid("sessions_included", "Enter the number of sessions in the pack");
  }
  if ((kind === "trial" || kind === "day_pass") && plan.joining_fee_minor > 0) {
    throw invalid("joining_fee_minor", "A trial or a day pass cannot have a joining fee");
  }
  if (kind !== "recurring") checkNotRecurring(plan);
  if (plan.billing_day !== null && interval_unit !== "month" && interval_unit !== "year") {
    throw invalid("billing_day", "Only a plan billed by months or years can have a fixed billing day");
  }
  checkLimits(plan);
}

/** These terms are about later bills, which only a recurring plan has. */
function checkNotRecurring(plan: PlanTerms): void {
  if (plan.billing_day !== null) throw invalid("billing_day", "Only an ongoing plan has a fixed billing day");
  if (plan.is_first_period_free) {
    throw invalid("is_first_period_free", "Only an ongoing plan can have a free first period. Sell a trial instead");
  }
  if (plan.min_term_months !== null) {
    throw invalid("min_term_months", "Only an ongoing plan has a minimum term. Set the length of this plan instead");
  }
  if (plan.notice_days > 0) {
    throw invalid("notice_days", "Only an ongoing plan has a notice period. This plan ends by itself");
  }
}

export const intervalOf = (kind: PlanKind): IntervalUnit => (kind === "day_pass" ? "day" : "month");
