import { documentedContracts } from "@/lib/contracts";
import type { Contract, Input, Output } from "@/lib/contracts/contract";

/** The example that the documentation of a contract shows. */
export function exampleOf<C extends Contract>(contract: C): { input: Input<C>; output: Output<C> } {
  const documented = documentedContracts.find((one) => one.contract.id === contract.id);
  if (!documented) throw new Error(`${contract.id} has no documentation`);
  return documented.example as { input: Input<C>; output: Output<C> };
}
