import type { membershipPlans } from "@/db/schema";
import type { Location } from "@/lib/domain/organization/locations";
import { choiceFor, type Options } from "./find";
import { remembered } from "./parse/remembered";
import { sameName, suggestPlan } from "./parse/suggest-plan";

type Plan = typeof membershipPlans.$inferSelect;

/** What the names in the file stand for. Each name is compared once, not in each of its rows. */
export type Names = {
  /** undefined: unknown. */
  location: (name: string) => string | undefined;
  /** undefined: unknown. "create": the run creates the plan. */
  plan: (name: string) => Plan | "create" | undefined;
  suggestion: (plan_name: string) => string | null;
};

export function namesOf(plans: Plan[], locations: Location[], options: Options): Names {
  const plan_names = plans.map(({ name }) => name);
  const location_names = locations.map(({ name }) => name);
  return {
    location: remembered((name) => {
      const known = sameName(name, location_names);
      return locations.find((location) => location.name === known)?.id;
    }),
    plan: remembered((name) => {
      const choice = choiceFor(options, name);
      if (choice === "create") return "create";
      if (choice) return plans.find(({ id }) => id === choice);
      const known = sameName(name, plan_names);
      return plans.find((plan) => plan.name === known);
    }),
    suggestion: remembered((name) => suggestPlan(name, plan_names)),
  };
}
