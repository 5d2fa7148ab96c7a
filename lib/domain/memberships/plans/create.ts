import { membershipPlans } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/membership-plans";
import { isDuplicate, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { getPlanRow } from "./find";
import { checkCurrency, placePlan, placesOf, refuseBeyondReach } from "./places";
import { checkShape, intervalOf } from "./shape";

export const createPlan = operation(contracts.createPlan, async (ctx, { location_ids = [], ...input }) => {
  refuseBeyondReach(ctx, location_ids);
  const places = await placesOf(ctx, location_ids);
  const plan = {
    ...input,
    currency: input.currency ?? places.currency ?? ctx.organization.currency,
    joining_fee_minor: input.joining_fee_minor ?? 0,
    interval_unit: input.interval_unit ?? intervalOf(input.kind),
    interval_count: input.interval_count ?? 1,
    sessions_included: input.sessions_included ?? null,
  };
  checkShape(plan);
  checkCurrency(plan.currency, places.currency);
  const [row] = await ctx.db
    .insert(membershipPlans)
    .values({ ...plan, organization_id: ctx.organization_id })
    .returning({ id: membershipPlans.id })
    .catch(refuseTwin);
  if (!row) throw new Error("The new plan did not come back");
  await placePlan(ctx, row.id, places.location_ids);
  ctx.audit({
    target_type: "membership_plan",
    target_id: row.id,
    after: { ...plan, location_ids: places.location_ids },
  });
  return { ...(await getPlanRow(ctx, row.id)), current_memberships: 0 };
});

export function refuseTwin(error: unknown): never {
  if (isDuplicate(error, "membership_plans_name_unique")) {
    throw new Problem("already_exists", "Another plan on sale has this name. Choose a name that tells them apart.");
  }
  if (isDuplicate(error, "membership_plans_code_unique")) {
    throw new Problem("already_exists", "Another plan has this code, perhaps an archived one. Choose another code.");
  }
  throw error;
}
