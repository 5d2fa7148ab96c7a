import type { Contract } from "@/lib/contracts/contract";
import { anonymousCaller, type Caller } from "@/lib/kernel/caller";
import type { Operation } from "@/lib/kernel/operation";
import { findOrganizationCard } from "./card";

/**
 * For links that authorize by themselves: runs the operation in the organization that the input's `token` names, and ignores the session.
 * `organizationIn` returns null for a token that is none; the operation then has no organization.
 */
export function inOrganizationOfToken<C extends Contract>(
  inner: Operation<C>,
  organizationIn: (token: string) => string | null,
): Operation<C> {
  const callerOf = async (caller: Caller, input: unknown): Promise<Caller> => {
    const { ip, user_agent, request_id, reason, clock } = caller;
    const id = organizationIn(String((input as { token?: unknown }).token ?? ""));
    const organization = id === null ? null : await findOrganizationCard({ id });
    return { ...anonymousCaller({ ip, user_agent, request_id, reason }), organization, clock };
  };
  const run = (async (caller, input) => inner(await callerOf(caller, input), input)) as Operation<C>;
  return Object.assign(run, {
    contract: inner.contract,
    execute: (async (caller, input, options) =>
      inner.execute(await callerOf(caller, input), input, options)) as Operation<C>["execute"],
  });
}
