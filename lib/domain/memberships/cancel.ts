import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { memberships } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/membership-actions";
import * as engine from "@/lib/domain/billing/engine";
import { changes } from "@/lib/kernel/audit";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { reasonsBeforeMinTerm } from "@/lib/values/membership-terms";
import { type Action, perform, preview } from "./act";
import { withRefusals } from "./billing";
import { cancellationWithdrawn, membershipCancelled } from "./events";
import { getMembershipRow, toResponse } from "./find";

type Cancellation = z.output<typeof contracts.cancelMembership.input>;

/** F1, F10. An end that was set for the end of the period may come sooner. */
const cancelAction =
  ({ when, reason_code, credit_unused }: Cancellation): Action =>
  ({ state, today }) => {
    if (state.ends_on !== null && state.ends_on < today)
      throw new Problem("conflict", "This membership has already ended by its term.");
    if (state.cancellation && (when !== "now" || (state.cancelled_on !== null && state.cancelled_on <= today)))
      throw new Problem(
        "conflict",
        `This membership is already cancelled${state.cancelled_on ? `, with access until ${state.cancelled_on}` : ""}.`,
      );
    return withRefusals(() => {
      const open = state.cancellation ? engine.withdrawCancellation(state, today).state : state;
      const overrides_min_term = reason_code !== undefined && reasonsBeforeMinTerm.includes(reason_code);
      return engine.cancelMembership(open, { at: when, on: today, overrides_min_term, credit_unused });
    });
  };

export const previewCancellation = operation(contracts.previewCancellation, (ctx, input) =>
  preview(ctx, input.id, cancelAction(input)),
);

export const cancelMembership = operation(contracts.cancelMembership, async (ctx, input) => {
  const { id, reason, reason_code } = input;
  const before = await getMembershipRow(ctx, id);
  await perform(ctx, id, "cancellation", cancelAction(input), { reason: reason ?? null });
  await note(ctx, id, {
    ...{ cancelled_at: ctx.now.toString(), cancel_reason: reason ?? null, cancel_reason_code: reason_code ?? null },
  });
  const after = await getMembershipRow(ctx, id);
  ctx.audit({
    target_type: "membership",
    target_id: id,
    ...changes(toResponse(before), toResponse(after)),
    reason: reason ?? null,
  });
  ctx.emit(membershipCancelled, { membership_id: id, member_id: before.member_id, cancelled_on: after.cancelled_on });
  return toResponse(after);
});

/** F5: possible until the cancellation takes effect. */
export const withdrawCancellation = operation(contracts.withdrawCancellation, async (ctx, { id }) => {
  const before = await getMembershipRow(ctx, id);
  if (!before.cancelled_on) throw new Problem("not_found");
  if (before.status === "cancelled") {
    throw new Problem("conflict", "This membership has ended already. Sell a new one instead.");
  }
  await perform(ctx, id, "cancellation", ({ state, today }) =>
    withRefusals(() => engine.withdrawCancellation(state, today)),
  );
  await note(ctx, id, { cancelled_at: null, cancel_reason: null, cancel_reason_code: null });
  const after = await getMembershipRow(ctx, id);
  ctx.audit({ target_type: "membership", target_id: id, ...changes(toResponse(before), toResponse(after)) });
  ctx.emit(cancellationWithdrawn, { membership_id: id, member_id: before.member_id });
  return toResponse(after);
});

type Note = Pick<typeof memberships.$inferInsert, "cancelled_at" | "cancel_reason" | "cancel_reason_code">;

/** What the engine does not know of a cancellation. */
async function note(ctx: Ctx, id: string, values: Note): Promise<void> {
  await ctx.db
    .update(memberships)
    .set(values)
    .where(and(eq(memberships.organization_id, ctx.organization_id), eq(memberships.id, id)));
}
