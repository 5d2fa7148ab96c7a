import { and, eq, sql } from "drizzle-orm";
import { memberships } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/memberships";
import { changes } from "@/lib/kernel/audit";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { cancelledOn } from "./cancellation";
import { membershipCancelled } from "./events";
import { getMembershipRow, toResponse } from "./find";

export const cancelMembership = operation(contracts.cancelMembership, async (ctx, { id, when, reason }) => {
  const before = await getMembershipRow(ctx, id);
  if (before.status === "expired") throw new Problem("conflict", "This membership has already ended by its term.");
  if (before.cancelled_on && !(when === "now" && before.status !== "cancelled")) {
    throw new Problem("conflict", `This membership is already cancelled, with access until ${before.cancelled_on}.`);
  }
  const cancelled = await ctx.db
    .update(memberships)
    .set({
      cancelled_at: ctx.now.toString(),
      cancelled_on: cancelledOn(before, when, before.today),
      cancel_reason: reason ?? null,
      // C15: a cancelled membership is not billed.
      next_bill_on: null,
      version: sql`${memberships.version} + 1`,
      updated_at: ctx.now.toString(),
    })
    .where(
      and(
        eq(memberships.organization_id, ctx.organization_id),
        eq(memberships.id, id),
        eq(memberships.version, before.version),
      ),
    )
    .returning({ id: memberships.id });
  if (cancelled.length === 0) throw new Problem("conflict", "This membership was changed in the meantime. Reload it.");
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
