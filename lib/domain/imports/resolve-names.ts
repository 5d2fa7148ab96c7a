import type { membershipPlans } from "@/db/schema";
import type { Location } from "@/lib/domain/organization/locations";
import { choiceFor, type NewPlan, type Options } from "./find";
import { newPlanFor } from "./new-plans";
import { remembered } from "./parse/remembered";
import { sameName, suggestPlan } from "./parse/suggest-plan";

type Plan = typeof membershipPlans.$inferSelect;

/** A plan of the gym, or the terms of one that the run creates. */
type Chosen = { plan: Plan; new_plan: null } | { plan: null; new_plan: NewPlan };

/** What the names in the file stand for. Each name is compared once, not in each of its rows. */
export type Names = {
  /** undefined: unknown. */
  location: (name: string) => string | undefined;
  /** undefined: unknown, or without terms. */
  plan: (name: string) => Chosen | "leave_out" | undefined;
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
      if (choice === "leave_out") return "leave_out";
      if (choice === "create") {
        const new_plan = newPlanFor(options, name);
        return new_plan && { plan: null, new_plan };
      }
      const known = sameName(name, plan_names);
      const plan = plans.find((one) => (choice ? one.id === choice : one.name === known));
      return plan && { plan, new_plan: null };
    }),
    suggestion: remembered((name) => suggestPlan(name, plan_names)),
  };
}
