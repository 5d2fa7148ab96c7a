import { and, eq, lt, sql } from "drizzle-orm";
import type { z } from "zod";
import { invoiceLines } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/membership-actions";
import * as engine from "@/lib/domain/billing/engine";
import { changes } from "@/lib/kernel/audit";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { daysBetween } from "@/lib/values/calendar-day";
import { currentOrNextFreeze } from "@/lib/values/membership-rules/freeze";
import { defaultFreezePolicy } from "@/lib/values/membership-terms";
import { type Action, perform, preview } from "./act";
import { type Billed, withRefusals } from "./billing";
import { freezeChanged, membershipFrozen } from "./events";
import { getMembershipRow, toResponse } from "./find";

type Freeze = z.output<typeof contracts.freezeMembership.input>;

/** E5: the limits of the plan hold for everyone who may not override them. E9: a freeze in the past needs a permission. */
export const freezeAction =
  (ctx: Ctx<unknown>, { from_on, to_on = null, fee }: Freeze): Action =>
  async (billed) => {
    const { state, plan, today } = billed;
    const policy = plan.freeze_policy ?? defaultFreezePolicy;
    const freeze = { from_on, to_on, fee: fee ?? policy.fee };
    const { permissions } = ctx.caller;
    if (from_on < today && !permissions.has("memberships.backdate"))
      throw new Problem("forbidden", "Only an owner or administrator can freeze days in the past. Ask one of them.");
    if (fee && !permissions.has("memberships.override"))
      throw new Problem("forbidden", "Only an owner or administrator can change the fee of a freeze. Ask one of them.");
    if (!permissions.has("memberships.override")) {
      if (!policy.is_allowed) throw new Problem("conflict", `${plan.name} cannot be frozen.`);
      withRefusals(() =>
        engine.checkFreezeLimits(state, freeze, today, { ...policy, open_ended: policy.may_be_open_ended }),
      );
    }
    const earlier = from_on < state.billed.from_on ? await earlierPeriods(ctx, billed) : [];
    const outcome = withRefusals(() => engine.freezeMembership(state, freeze, today, earlier), {
      bad_range: "to_on",
      not_begun: "from_on",
    });
    return { ...outcome, notes: notesOf(billed) };
  };

/** E8. */
const notesOf = ({ row }: Billed): string[] =>
  row.unpaid_minor > 0 ? ["What fell due before the freeze stays due."] : [];

/** E9: the periods billed before the current one, from the lines of the invoices. */
async function earlierPeriods(ctx: Ctx<unknown>, { row, state }: Billed): Promise<engine.BilledPeriod[]> {
  const { from_on, to_on, list_minor, discount_minor, facts } = invoiceLines;
  const lines = await ctx.db
    .select({ from_on, to_on, list_minor, discount_minor, facts })
    .from(invoiceLines)
    .where(
      and(
        eq(invoiceLines.organization_id, ctx.organization_id),
        eq(invoiceLines.membership_id, row.id),
        sql`${invoiceLines.kind} in ('period', 'plan_change_charge') and ${invoiceLines.corrects_line_id} is null`,
        lt(invoiceLines.from_on, state.billed.from_on),
      ),
    );
  return lines.flatMap((line) => {
    if (!line.from_on || !line.to_on) return [];
    const days = typeof line.facts?.days === "number" ? line.facts.days : daysBetween(line.from_on, line.to_on) + 1;
    const amount_minor = line.list_minor - line.discount_minor;
    return [{ ...state.billed, from_on: line.from_on, to_on: line.to_on, amount_minor, days }];
  });
}

export const previewFreeze = operation(contracts.previewFreeze, (ctx, input) =>
  preview(ctx, input.id, freezeAction(ctx, input)),
);

export const freezeMembership = operation(contracts.freezeMembership, (ctx, input) =>
  freeze(ctx, input, freezeAction(ctx, input)),
);

/** For staff and for the member. */
export async function freeze(ctx: Ctx<unknown>, input: Freeze, action: Action) {
  const { id, from_on, to_on = null, reason } = input;
  const before = await getMembershipRow(ctx, id);
  await perform(ctx, id, "freeze", action, { reason: reason ?? null });
  const after = await getMembershipRow(ctx, id);
  ctx.audit({
    target_type: "membership",
    target_id: id,
    before: { next_bill_on: before.next_bill_on, ends_on: before.ends_on },
    after: { from_on, to_on, next_bill_on: after.next_bill_on, ends_on: after.ends_on },
    reason: reason ?? null,
  });
  ctx.emit(membershipFrozen, { membership_id: id, member_id: before.member_id, from_on, to_on });
  return toResponse(after);
}

/** The current freeze, otherwise the next one. */
function freezeInQuestion({ state, today }: Billed) {
  const freeze = currentOrNextFreeze(state, today);
  if (!freeze) throw new Problem("conflict", "This membership has no freeze that could change. Reload it.");
  return freeze;
}

const returnAction =
  (to_on: string): Action =>
  (billed) =>
    withRefusals(() => engine.changeFreezeEnd(billed.state, freezeInQuestion(billed).from_on, to_on, billed.today), {
      bad_range: "to_on",
      freeze_ended: "to_on",
    });

const removeAction: Action = (billed) =>
  withRefusals(() => engine.removeFreeze(billed.state, freezeInQuestion(billed).from_on, billed.today));

export const previewReturn = operation(contracts.previewReturn, (ctx, { id, to_on }) =>
  preview(ctx, id, returnAction(to_on)),
);

/** E3: an early return or another end. `to_on` is the last frozen day. */
export const changeFreezeEnd = operation(contracts.changeFreezeEnd, (ctx, { id, to_on }) =>
  changeFreeze(ctx, id, returnAction(to_on)),
);

/** Takes back a freeze that has not begun. */
export const removeFreeze = operation(contracts.removeFreeze, (ctx, { id }) => unfreeze(ctx, id));

export const unfreeze = (ctx: Ctx<unknown>, id: string) => changeFreeze(ctx, id, removeAction);

async function changeFreeze(ctx: Ctx<unknown>, id: string, action: Action) {
  const before = await getMembershipRow(ctx, id);
  await perform(ctx, id, "freeze", action);
  const after = await getMembershipRow(ctx, id);
  ctx.audit({ target_type: "membership", target_id: id, ...changes(toResponse(before), toResponse(after)) });
  ctx.emit(freezeChanged, { membership_id: id, member_id: before.member_id, to_on: after.freeze?.to_on ?? null });
  return toResponse(after);
}
