import type { z } from "zod";
import * as contracts from "@/lib/contracts/memberships/membership-actions";
import * as engine from "@/lib/domain/billing/engine";
import { changes } from "@/lib/kernel/audit";
import { invalid, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { type Action, perform, preview } from "./act";
import { taxesOf, withFamily, withRefusals } from "./billing";
import { planChanged, planChangeUndone } from "./events";
import { getMembershipRow, toResponse } from "./find";
import { getPlanRow, type Plan } from "./plans";
import { pendingIncrease, withIncrease } from "./pricing";

type PlanChange = z.output<typeof contracts.changePlan.input>;

/** D1 to D3, D6. C20: an announced price of the new plan is for who changes to it, too. */
const changeAction =
  (ctx: Ctx, { plan_id, when, price_minor }: PlanChange, purpose: "preview" | "act"): Action =>
  async ({ row, plan: current, state: before, taxes, today }) => {
    const plan = await getPlanRow(ctx, plan_id);
    if (plan.id === current.id) throw invalid("plan_id", "The membership has this plan already");
    if (plan.archived_at) throw invalid("plan_id", `${plan.name} is archived and cannot be sold`);
    if (plan.kind !== current.kind)
      throw invalid("plan_id", `${plan.name} is another kind of plan. Cancel this membership and sell the plan`);
    if (plan.currency !== row.currency) throw invalid("plan_id", `${plan.name} is priced in ${plan.currency}`);
    if (plan.location_ids.length > 0 && !plan.location_ids.includes(row.location_id))
      throw invalid("plan_id", `${plan.name} is not sold at the location of this membership`);
    if (row.unpaid_due_on !== null && row.unpaid_due_on < today)
      throw new Problem("conflict", "A payment is overdue. Take the payment first, then change the plan.");
    if (
      price_minor !== undefined &&
      price_minor !== plan.price_minor &&
      !ctx.caller.permissions.has("memberships.override")
    )
      throw new Problem("forbidden", "Only an owner or administrator can give another price. Ask one of them.");
    const { id, name, interval_unit, interval_count, billing_day } = plan;
    const state = await withFamily(ctx, before, { row, taxes: new Map([...taxes, ...taxesOf([plan])]) });
    const outcome = withRefusals(() =>
      engine.changePlan(state, {
        ...{ plan_id: id, plan_name: name, price_minor: price_minor ?? plan.price_minor },
        ...{ interval_unit, interval_count, billing_day, when, on: today },
      }),
    );
    const increase = await pendingIncrease(ctx, plan_id, { is_locked: purpose === "act" });
    const { state: next } = withIncrease(outcome.state, increase);
    return { ...outcome, state: next, plan, notes: notesOf(plan) };
  };

/** D4: limits are counted by the membership, so a new plan begins with what was used. */
const notesOf = ({ name, visit_limits }: Pick<Plan, "name" | "visit_limits">): string[] =>
  visit_limits.length > 0 ? [`Visits of this membership so far count towards the limits of ${name}.`] : [];

export const previewPlanChange = operation(contracts.previewPlanChange, (ctx, input) =>
  preview(ctx, input.id, changeAction(ctx, input, "preview")),
);

export const changePlan = operation(contracts.changePlan, async (ctx, input) => {
  const { id } = input;
  const before = await getMembershipRow(ctx, id);
  const { issued } = await perform(ctx, id, "plan_change", changeAction(ctx, input, "act"));
  const after = await getMembershipRow(ctx, id);
  const { before: old, after: now } = changes(toResponse(before), toResponse(after));
  ctx.audit({
    ...{ target_type: "membership", target_id: id, before: old },
    after: { ...now, documents: issued.map(({ number }) => number) },
  });
  ctx.emit(planChanged, { membership_id: id, member_id: before.member_id, plan_id: input.plan_id, when: input.when });
  return toResponse(after);
});

/** D2: possible until the change takes effect. */
export const undoPlanChange = operation(contracts.undoPlanChange, async (ctx, { id }) => {
  const before = await getMembershipRow(ctx, id);
  await perform(ctx, id, "plan_change", ({ state }) => withRefusals(() => engine.undoPlanChange(state)));
  const after = await getMembershipRow(ctx, id);
  ctx.audit({ target_type: "membership", target_id: id, ...changes(toResponse(before), toResponse(after)) });
  ctx.emit(planChangeUndone, { membership_id: id, member_id: before.member_id });
  return toResponse(after);
});
