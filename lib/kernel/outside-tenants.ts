import type { Contract } from "@/lib/contracts/contract";
import type { Caller } from "./caller";
import type { Operation } from "./operation";

/**
 * For what belongs to no tenant, as people do: whichever gym the caller's session is in, the verb runs outside of it and its
 * audit entry goes to identity_events.
 */
export function outsideTenants<C extends Contract>(inner: Operation<C>): Operation<C> {
  const outside = (caller: Caller): Caller => ({ ...caller, organization: null });
  return Object.assign(((caller, input) => inner(outside(caller), input)) as Operation<C>, {
    contract: inner.contract,
    execute: ((caller, input, terms) => inner.execute(outside(caller), input, terms)) as Operation<C>["execute"],
  });
}
