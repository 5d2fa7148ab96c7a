import * as contracts from "@/lib/contracts/memberships/own-memberships";
import { notFound, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { overdueSince } from "@/lib/values/membership-rules/overdue";
import { policiesOf } from "@/lib/values/policies";
import { type Action, getBilled, preview } from "./act";
import { cancel, withdraw } from "./cancel";
import { cancelAction } from "./cancel-action";
import { optionsOf } from "./cancellation";
import { freeze, freezeAction, unfreeze } from "./freeze";
import { legalRulesAt, mayCancelOnline } from "./legal";

/** F1 to F4, for the member. */
export const getOwnCancellation = operation(contracts.getOwnCancellation, async (ctx, { id }) => {
  const own = await ownCtx(ctx, id);
  const { overriding_reasons: _, needs_proof: __, ...options } = await optionsOf(own, id);
  return options;
});

export const previewOwnCancellation = operation(contracts.previewOwnCancellation, async (ctx, input) => {
  const own = await ownCtx(ctx, input.id);
  await checkOnline(own, input.id, input.reason_code);
  return preview(own, input.id, cancelAction(own, { ...input, credit_unused: false }));
});

/** F3: without a call or a question. The reason is optional. */
export const cancelOwnMembership = operation(contracts.cancelOwnMembership, async (ctx, input) => {
  const own = await ownCtx(ctx, input.id);
  await checkOnline(own, input.id, input.reason_code);
  return cancel(own, { ...input, credit_unused: false });
});

/** F5. */
export const withdrawOwnCancellation = operation(contracts.withdrawOwnCancellation, async (ctx, { id }) =>
  withdraw(await ownCtx(ctx, id), id),
);

export const previewOwnFreeze = operation(contracts.previewOwnFreeze, async (ctx, input) => {
  const own = await ownCtx(ctx, input.id);
  return preview(own, input.id, ownFreeze(own, input));
});

/** E15. The limits of the plan hold. */
export const freezeOwnMembership = operation(contracts.freezeOwnMembership, async (ctx, input) => {
  const own = await ownCtx(ctx, input.id);
  return freeze(own, input, ownFreeze(own, input));
});

export const removeOwnFreeze = operation(contracts.removeOwnFreeze, async (ctx, { id }) =>
  unfreeze(await ownCtx(ctx, id), id),
);

const ownFreeze = (ctx: Ctx<unknown>, input: Parameters<typeof freezeAction>[1]): Action => {
  const act = freezeAction(ctx, input);
  return (billed) => {
    if (overdueSince(billed.row, billed.today) !== null && policiesOf(ctx.organization).overdue_self_freeze === "deny")
      throw new Problem("conflict", "A payment is overdue. Pay it first, then freeze your membership.");
    return act(billed);
  };
};

/** The cooling-off period is the member's right, whoever sold the membership (F4). */
async function checkOnline(ctx: Ctx<unknown>, id: string, reason_code: string | undefined): Promise<void> {
  if (reason_code === "cooling_off") return;
  const { row } = await getBilled(ctx, id, true);
  if (!mayCancelOnline(row, await legalRulesAt(ctx, row.location_id)))
    throw new Problem(
      "forbidden",
      "This membership cannot be cancelled here. Tell your gym at the desk or in writing.",
    );
}

/** The context for one of the member's memberships, at whichever location it is. Its getters are not copied by a spread. */
async function ownCtx(ctx: Ctx<unknown>, id: string): Promise<Ctx<unknown>> {
  const { member_id } = ctx.caller;
  if (!member_id) throw notFound();
  const own = {
    ...ctx,
    organization: ctx.organization,
    organization_id: ctx.organization_id,
    caller: { ...ctx.caller, location_ids: null },
  };
  const { row } = await getBilled(own, id, true);
  if (row.member_id !== member_id) throw notFound();
  return own;
}
