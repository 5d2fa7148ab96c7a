import type { z } from "zod";
import type { createPlan } from "@/lib/contracts/memberships/membership-plans";
import { intervalOf } from "./check-plan";

type Input = Omit<z.output<typeof createPlan.input>, "location_ids" | "name"> & { name?: string };

/** The terms of a new plan: what is not given has the value that most plans have. */
export function withDefaults<T extends Input>(input: T, currency: string) {
  return {
    ...input,
    currency: input.currency ?? currency,
    joining_fee_minor: input.joining_fee_minor ?? 0,
    interval_unit: input.interval_unit ?? intervalOf(input.kind),
    interval_count: input.interval_count ?? 1,
    sessions_included: input.sessions_included ?? null,
    access_hours: input.access_hours ?? null,
    billing_day: input.billing_day ?? null,
    is_first_period_free: input.is_first_period_free ?? false,
    min_term_months: input.min_term_months ?? null,
    notice_days: input.notice_days ?? 0,
    renews_from: input.renews_from ?? ("today" as const),
    features: input.features ?? [],
    visit_limits: input.visit_limits ?? [],
    class_limits: input.class_limits ?? [],
    guest_passes: input.guest_passes ?? 0,
    min_age: input.min_age ?? null,
    max_age: input.max_age ?? null,
    freeze_policy: input.freeze_policy ?? null,
    family_discounts: input.family_discounts ?? [],
    tax_class: input.tax_class ?? "membership",
    is_price_with_tax: input.is_price_with_tax ?? true,
  };
}
