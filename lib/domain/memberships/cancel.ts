import { and, eq } from "drizzle-orm";
import { memberships } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/membership-actions";
import { creditMembership } from "@/lib/domain/billing/corrections";
import * as engine from "@/lib/domain/billing/engine";
import { changes } from "@/lib/kernel/audit";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { perform, preview } from "./act";
import { withRefusals } from "./billing";
import { cancelAction } from "./cancel-action";
import { cancellationWithdrawn, membershipCancelled } from "./events";
import { getMembershipRow, toResponse } from "./find";
import { returnCoupons } from "./pricing";

export type CancelInput = Parameters<typeof cancelAction>[1] & { id: string; reason?: string | undefined };

export const previewCancellation = operation(contracts.previewCancellation, (ctx, input) =>
  preview(ctx, input.id, cancelAction(ctx, input)),
);

export const cancelMembership = operation(contracts.cancelMembership, (ctx, input) => cancel(ctx, input));

/** For staff and for the member. */
export async function cancel(ctx: Ctx<unknown>, input: CancelInput) {
  const { id, reason, reason_code, proof } = input;
  const before = await getMembershipRow(ctx, id);
  await perform(ctx, id, "cancellation", cancelAction(ctx, input), { reason: reason ?? null });
  if (reason_code === "cooling_off") {
    await creditMembership(ctx, id, "Cancelled in the cooling-off period");
    await returnCoupons(ctx, id);
  }
  await note(ctx, id, {
    ...{ cancelled_at: ctx.now.toString(), cancel_reason: reason ?? null, cancel_reason_code: reason_code ?? null },
    cancel_proof: proof ?? null,
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
}

export const withdrawCancellation = operation(contracts.withdrawCancellation, (ctx, { id }) => withdraw(ctx, id));

/** F5: possible until the cancellation takes effect. */
export async function withdraw(ctx: Ctx<unknown>, id: string) {
  const before = await getMembershipRow(ctx, id);
  if (!before.cancelled_on) throw new Problem("not_found");
  if (before.status === "cancelled") {
    throw new Problem("conflict", "This membership has ended already. Sell a new one instead.");
  }
  await perform(ctx, id, "cancellation", ({ state, today }) =>
    withRefusals(() => engine.withdrawCancellation(state, today)),
  );
  await note(ctx, id, { cancelled_at: null, cancel_reason: null, cancel_reason_code: null, cancel_proof: null });
  const after = await getMembershipRow(ctx, id);
  ctx.audit({ target_type: "membership", target_id: id, ...changes(toResponse(before), toResponse(after)) });
  ctx.emit(cancellationWithdrawn, { membership_id: id, member_id: before.member_id });
  return toResponse(after);
}

type Note = Pick<
  typeof memberships.$inferInsert,
  "cancelled_at" | "cancel_reason" | "cancel_reason_code" | "cancel_proof"
>;

/** What the engine does not know of a cancellation. */
async function note(ctx: Ctx<unknown>, id: string, values: Note): Promise<void> {
  await ctx.db
    .update(memberships)
    .set(values)
    .where(and(eq(memberships.organization_id, ctx.organization_id), eq(memberships.id, id)));
}
