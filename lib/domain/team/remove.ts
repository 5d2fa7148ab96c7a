import { and, eq, isNull, sql } from "drizzle-orm";
import { staff } from "@/db/schema";
import * as contracts from "@/lib/contracts/team/staff";
import { notFound } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { staffLeft } from "./events";
import { getStaffRow } from "./find";
import { keepAnOwner, refuseOutOfHand } from "./rules";

/** Retains the row: the activity log refers to it, and an invitation can restore it. */
export const removeStaffMember = operation(contracts.removeStaffMember, async (ctx, { id }) => {
  const before = await getStaffRow(ctx, id);
  if (before.ended_at) throw notFound();
  refuseOutOfHand(ctx.caller, before);
  if (before.role === "gym_owner") await keepAnOwner(ctx, id);
  const ended_at = ctx.now.toString();
  const ended = await ctx.db
    .update(staff)
    .set({ ended_at, version: sql`${staff.version} + 1`, updated_at: ended_at })
    .where(and(eq(staff.organization_id, ctx.organization_id), eq(staff.id, id), isNull(staff.ended_at)))
    .returning({ id: staff.id });
  if (ended.length === 0) throw notFound();
  ctx.audit({
    target_type: "staff",
    target_id: id,
    before: { role: before.role, ended_at: null },
    after: { role: before.role, ended_at },
  });
  ctx.emit(staffLeft, { staff_id: id, user_id: before.user_id });
  return { ...before, ended_at, version: before.version + 1 };
});
