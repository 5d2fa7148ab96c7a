import { membershipPlans } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/membership-plans";
import { isDuplicate, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { checkPlan } from "./check-plan";
import { withDefaults } from "./defaults";
import { getPlanRow } from "./find";
import { checkCurrency, checkLocations, checkReach, setPlanLocations } from "./plan-locations";

export const createPlan = operation(contracts.createPlan, async (ctx, { location_ids = [], ...input }) => {
  checkReach(ctx, location_ids);
  const checked = await checkLocations(ctx, location_ids);
  const plan = withDefaults(input, checked.currency ?? ctx.organization.currency);
  checkPlan(plan);
  checkCurrency(plan.currency, checked.currency);
  const [row] = await ctx.db
    .insert(membershipPlans)
    .values({ ...plan, organization_id: ctx.organization_id })
    .returning({ id: membershipPlans.id })
    .catch(throwIfDuplicate);
  if (!row) throw new Error("The insert of the plan returned no row");
  await setPlanLocations(ctx, row.id, checked.location_ids);
  ctx.audit({
    target_type: "membership_plan",
    target_id: row.id,
    after: { ...plan, location_ids: checked.location_ids },
  });
  return { ...(await getPlanRow(ctx, row.id)), current_memberships: 0 };
});

export function throwIfDuplicate(error: unknown): never {
  if (isDuplicate(error, "membership_plans_name_unique")) {
    throw new Problem("already_exists", "Another plan on sale has this name. Choose another name.");
  }
  if (isDuplicate(error, "membership_plans_code_unique")) {
    throw new Problem("already_exists", "Another plan, possibly an archived one, has this code. Choose another code.");
  }
  throw error;
}
