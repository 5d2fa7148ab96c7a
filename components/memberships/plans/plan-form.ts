import type { z } from "zod";
import type { Input, Output } from "@/lib/contracts/contract";
import type { createPlan, getPlan } from "@/lib/contracts/memberships/membership-plans";
import type { PlanKind } from "@/lib/values/statuses";
import type { planForm } from "./plan-schema";

export type Plan = Output<typeof getPlan>;

export type PlanValues = z.input<typeof planForm>;

export const emptyPlan = (currency: string): PlanValues => ({
  code: null,
  name: "",
  description: null,
  kind: "recurring",
  price_minor: null,
  currency: currency as PlanValues["currency"],
  joining_fee_minor: 0,
  interval_unit: "month",
  interval_count: 1,
  sessions_included: null,
  access_hours: null,
  billing_day: null,
  is_first_period_free: false,
  min_term_months: null,
  notice_days: 0,
  renews_from: "today",
  features: [],
  visit_limits: [],
  class_limits: [],
  guest_passes: 0,
  min_age: null,
  max_age: null,
  freeze_policy: null,
  family_discounts: [],
  tax_class: "membership",
  is_price_with_tax: true,
  location_ids: [],
});

export const valuesOf = ({
  id: _,
  archived_at: __,
  version: ___,
  current_memberships: ____,
  ...plan
}: Plan): PlanValues => ({
  ...plan,
  currency: plan.currency as PlanValues["currency"],
});

/** The default interval and sessions of each kind. */
export const defaultTerms: Record<
  PlanKind,
  Pick<PlanValues, "interval_unit" | "interval_count" | "sessions_included">
> = {
  recurring: { interval_unit: "month", interval_count: 1, sessions_included: null },
  fixed_term: { interval_unit: "month", interval_count: 12, sessions_included: null },
  session_pack: { interval_unit: "month", interval_count: 4, sessions_included: 10 },
  day_pass: { interval_unit: "day", interval_count: 1, sessions_included: null },
  trial: { interval_unit: "day", interval_count: 7, sessions_included: null },
};

export const hasJoiningFee = (kind: PlanKind): boolean => kind !== "trial" && kind !== "day_pass";

export function toInput(values: PlanValues): Input<typeof createPlan> {
  return {
    ...values,
    code: values.code || null,
    description: values.description || null,
    price_minor: values.price_minor ?? 0,
    joining_fee_minor: hasJoiningFee(values.kind) ? (values.joining_fee_minor ?? 0) : 0,
  };
}
