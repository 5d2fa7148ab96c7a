import { invalid } from "@/lib/kernel/errors";
import { counted } from "@/lib/values/counted";
import type { ClassLimit, FamilyTier, FreezePolicy, VisitLimit } from "@/lib/values/membership-terms";
import type { PlanKind } from "@/lib/values/statuses";

type Limits = {
  kind: PlanKind;
  sessions_included: number | null;
  features: string[];
  visit_limits: VisitLimit[];
  class_limits: ClassLimit[];
  min_age: number | null;
  max_age: number | null;
  freeze_policy: FreezePolicy | null;
  family_discounts: FamilyTier[];
};

/** The days that each period can have. */
const longest = { day: 1, week: 7, month: 31, term: Number.POSITIVE_INFINITY };

const hasTwice = (names: readonly string[]): boolean => new Set(names).size < names.length;

/** Throws if what a plan includes or limits contradicts itself. */
export function checkLimits(plan: Limits): void {
  if (plan.min_age !== null && plan.max_age !== null && plan.max_age < plan.min_age) {
    throw invalid("max_age", `Enter an age of ${plan.min_age} or more, or leave it empty`);
  }
  if (hasTwice(plan.features.map((feature) => feature.toLowerCase()))) {
    throw invalid("features", "List each feature once");
  }
  checkVisits(plan.visit_limits);
  checkClasses(plan);
  checkFamily(plan);
  if (plan.freeze_policy?.is_allowed) checkFreezes(plan.freeze_policy);
}

function checkVisits(limits: readonly VisitLimit[]): void {
  if (hasTwice(limits.map(({ of, per }) => `${of} ${per}`))) {
    throw invalid("visit_limits", "Enter one limit of each kind for a day, a week, a month and the term");
  }
  const above = limits.find(({ of, per, count }) => of === "days" && count > longest[per]);
  if (above)
    throw invalid(
      "visit_limits",
      above.per === "day"
        ? "A day is one day; limit its visits"
        : `A ${above.per} has at most ${longest[above.per]} days`,
    );
}

function checkClasses({ kind, class_limits, sessions_included }: Limits): void {
  if (class_limits.length === 0) return;
  if (kind !== "session_pack") throw invalid("class_limits", "Only a session pack limits its classes");
  if (hasTwice(class_limits.map(({ category }) => category.toLowerCase()))) {
    throw invalid("class_limits", "Enter each category once");
  }
  const above = class_limits.find(({ count }) => count > (sessions_included ?? 0));
  if (above)
    throw invalid(
      "class_limits",
      `The pack has ${counted(sessions_included ?? 0, "session")}; enter at most that many`,
    );
}

/** Only a plan that is billed again has a next bill on which a family can change. */
function checkFamily({ kind, family_discounts }: Limits): void {
  if (family_discounts.length > 0 && kind !== "recurring")
    throw invalid("family_discounts", "Only an ongoing plan has a family discount");
  if (hasTwice(family_discounts.map(({ from }) => String(from))))
    throw invalid("family_discounts", "Enter one discount for each number of members");
}

function checkFreezes({ min_days, max_days, max_days_per_year }: FreezePolicy): void {
  if (max_days < min_days)
    throw invalid("freeze_policy", `The longest freeze has at least ${counted(min_days, "day")}`);
  if (max_days_per_year < min_days) {
    throw invalid(
      "freeze_policy",
      `Allow at least ${counted(min_days, "day")} in a year, or shorten the shortest freeze`,
    );
  }
}
