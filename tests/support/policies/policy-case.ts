import type { Policies } from "@/lib/values/policies";
import type { Gym } from "@/tests/support/gym/gym";

export type PolicyCase = {
  /** Other policies that the tested policy depends on. */
  beside?: Partial<Policies>;
  /** What the places that act by the policy, or show it, say; in a gym of its own. */
  seen: (gym: Gym) => Promise<unknown>;
  default: unknown;
  changed: [value: unknown, seen: unknown];
};
