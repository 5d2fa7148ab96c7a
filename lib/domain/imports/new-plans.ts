import { checkPlan, withDefaults } from "@/lib/domain/memberships/plans";
import { invalid, Problem } from "@/lib/kernel/errors";
import { currencyCode } from "@/lib/values/schemas/currency";
import type { NewPlan, Options } from "./find";
import { sameName } from "./parse/suggest-plan";

/** X16: the terms under which the run creates the plan of this name. "Lite" and "lite" are one plan. */
export function newPlanFor({ new_plans }: Pick<Options, "new_plans">, name: string): NewPlan | undefined {
  const key = sameName(name, Object.keys(new_plans));
  return key === null ? undefined : new_plans[key];
}

/** Throws for terms that no plan can have, or that contradict each other. Returns them with the currency of the location. */
export function checkNewPlans(new_plans: Options["new_plans"], currency: string): Options["new_plans"] {
  const names = Object.keys(new_plans);
  return Object.fromEntries(
    Object.entries(new_plans).map(([name, plan], index) => {
      const twin = sameName(name, names.slice(0, index));
      if (twin !== null) throw refused(name, `is the same plan as “${twin}”. Give its terms once`);
      if ((plan.currency ?? currency) !== currency)
        throw refused(name, `is in ${plan.currency}, but the location of the import uses ${currency}`);
      try {
        const { is_free: _, ...terms } = plan;
        checkPlan(withDefaults(terms, currency));
      } catch (error) {
        throw refused(
          name,
          error instanceof Problem ? `cannot be created: ${error.extras.errors?.[0]?.message}` : "cannot be created",
        );
      }
      return [name, { ...plan, currency: currencyCode.parse(currency) }];
    }),
  );
}

const refused = (name: string, what: string) => invalid("options.new_plans", `“${name}” ${what}`);
