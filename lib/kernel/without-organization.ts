import type { Contract } from "@/lib/contracts/contract";
import type { Caller } from "./caller";
import type { Operation } from "./operation";

/** Runs an operation on identity data without the session's organization. Its audit entry goes to identity_events. */
export function withoutOrganization<C extends Contract>(inner: Operation<C>): Operation<C> {
  const outside = (caller: Caller): Caller => ({ ...caller, organization: null });
  return Object.assign(((caller, input) => inner(outside(caller), input)) as Operation<C>, {
    contract: inner.contract,
    execute: ((caller, input, options) => inner.execute(outside(caller), input, options)) as Operation<C>["execute"],
  });
}
