import * as contracts from "@/lib/contracts/gateways/gateway-subscriptions";
import { operation } from "@/lib/kernel/operation";
import { checkStart } from "./check-start";
import { requireMembership } from "./reach";
import { newestOf } from "./read";
import { followedOf } from "./rows";
import { startRefusals } from "./sentences";

/** Who collects a membership. Starting decides again, under a lock. */
export const getSubscriptionOptions = operation(contracts.getSubscriptionOptions, async (ctx, { id }) => {
  await requireMembership(ctx, id);
  const newest = await newestOf(ctx, id);
  if (newest && newest.ended_at === null)
    return { subscription: newest, is_offered: true, start_blocker: startRefusals.live };
  const checked = await checkStart(ctx, await followedOf(ctx, id, { is_read: true }), { locks: false });
  if (!("refusal" in checked)) return { subscription: newest, is_offered: true, start_blocker: null };
  const is_offered = checked.refusal !== "no_gateway" && checked.refusal !== "not_chosen";
  return { subscription: newest, is_offered, start_blocker: startRefusals[checked.refusal] };
});
