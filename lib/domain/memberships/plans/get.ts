import { membershipPlans } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/membership-plans";
import { notFound } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { currentMemberships, isPlan, planColumns } from "./find";

export const getPlan = operation(contracts.getPlan, async (ctx, { id }) => {
  const counted = ctx.caller.permissions.has("memberships.read");
  const [row] = await ctx.db
    .select(counted ? { ...planColumns(ctx.now), current_memberships: currentMemberships(ctx) } : planColumns(ctx.now))
    .from(membershipPlans)
    .where(isPlan(ctx, id));
  if (!row) throw notFound();
  return row;
});
