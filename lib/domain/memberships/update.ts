import { and, eq, sql } from "drizzle-orm";
import { memberships } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/memberships";
import { changes } from "@/lib/kernel/audit";
import { invalid, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { addDays } from "@/lib/values/calendar-day";
import { periodsOf } from "@/lib/values/membership-term";
import { getMembershipRow, toResponse } from "./find";

/** C19: the end and the next billing day are recomputed from the new start. */
export const updateMembership = operation(contracts.updateMembership, async (ctx, { id, starts_on }) => {
  const before = await getMembershipRow(ctx, id);
  ctx.expectVersion(before.version);
  if (before.status !== "pending" || before.cancelled_on) {
    throw new Problem("conflict", "Only a membership that has not begun can start on another day.");
  }
  if (starts_on < before.today) throw invalid("starts_on", "Choose today or a later day");
  if (starts_on > addDays(before.today, 366)) throw invalid("starts_on", "Choose a day within one year from today");
  const term = periodsOf(before.kind, before, starts_on);
  const moved = await ctx.db
    .update(memberships)
    .set({ starts_on, ...term, version: sql`${memberships.version} + 1`, updated_at: ctx.now.toString() })
    .where(
      and(
        eq(memberships.organization_id, ctx.organization_id),
        eq(memberships.id, id),
        eq(memberships.version, before.version),
      ),
    )
    .returning({ id: memberships.id });
  if (moved.length === 0) throw new Problem("version_conflict");
  const after = await getMembershipRow(ctx, id);
  ctx.audit({ target_type: "membership", target_id: id, ...changes(toResponse(before), toResponse(after)) });
  return toResponse(after);
});
