import { and, eq, sql } from "drizzle-orm";
import { memberships } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/memberships";
import { changes } from "@/lib/kernel/audit";
import { notFound, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { cancellationWithdrawn } from "./events";
import { getMembershipRow, toResponse } from "./find";

/** F5: possible until the cancellation takes effect. The next billing day becomes the day on which access would have ended. */
export const withdrawCancellation = operation(contracts.withdrawCancellation, async (ctx, { id }) => {
  const before = await getMembershipRow(ctx, id);
  if (!before.cancelled_on) throw notFound();
  if (before.status === "cancelled") {
    throw new Problem("conflict", "This membership has ended already. Sell a new one instead.");
  }
  const withdrawn = await ctx.db
    .update(memberships)
    .set({
      cancelled_at: null,
      cancelled_on: null,
      cancel_reason: null,
      next_bill_on: before.ends_on ? null : before.cancelled_on,
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
  if (withdrawn.length === 0) throw new Problem("conflict", "This membership was changed in the meantime. Reload it.");
  const after = await getMembershipRow(ctx, id);
  ctx.audit({ target_type: "membership", target_id: id, ...changes(toResponse(before), toResponse(after)) });
  ctx.emit(cancellationWithdrawn, { membership_id: id, member_id: before.member_id });
  return toResponse(after);
});
