import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { membershipPlans } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/membership-plans";
import { operation } from "@/lib/kernel/operation";
import { currentMemberships, planColumns, plansWithinReach } from "./find";

export const listPlans = operation(contracts.listPlans, async (ctx, input) => {
  const counted = input.with_counts && ctx.caller.permissions.has("memberships.read");
  const data = await ctx.db
    .select(counted ? { ...planColumns(ctx.now), current_memberships: currentMemberships(ctx) } : planColumns(ctx.now))
    .from(membershipPlans)
    .where(
      and(
        eq(membershipPlans.organization_id, ctx.organization_id),
        plansWithinReach(ctx.caller.location_ids),
        input.include_archived ? undefined : isNull(membershipPlans.archived_at),
        input.location_id ? isValidAt(input.location_id) : undefined,
      ),
    )
    .orderBy(asc(sql`lower(${membershipPlans.name})`), asc(membershipPlans.id));
  return { data };
});

const isValidAt = (location_id: string) =>
  sql`coalesce((select bool_or(l.location_id = ${location_id}) from membership_plan_locations l
    where l.organization_id = membership_plans.organization_id and l.plan_id = membership_plans.id), true)`;
