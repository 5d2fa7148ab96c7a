import type { Contract } from "@/lib/contracts/contract";
import type { Gym } from "@/tests/support/gym/gym";

/** What one resource needs for the tests that are derived from contracts. One entry per area, in tests/support/specimens/. */
export type Specimens = {
  /** Rows made in a gym so that an id of each kind exists there, by path parameter of the contract (`id` by contract id). */
  inputs: Record<string, (gym: Gym) => Promise<Record<string, unknown>> | Record<string, unknown>>;
};

const modules = import.meta.glob<{ specimens: Specimens }>("/tests/support/specimens/*.ts", { eager: true });
const inputs = Object.assign(
  {},
  ...Object.values(modules).map((module) => module.specimens.inputs),
) as Specimens["inputs"];

/** An input that succeeds in this gym for a caller who may; undefined where no area has given one. */
export async function specimen(contract: Contract, gym: Gym): Promise<Record<string, unknown> | undefined> {
  return inputs[contract.id]?.(gym);
}
