import { and, eq, isNull, sql } from "drizzle-orm";
import { staff, staffLocations } from "@/db/schema";
import * as contracts from "@/lib/contracts/team/staff";
import { changes } from "@/lib/kernel/audit";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { staffRoleChanged } from "./events";
import { getStaffRow } from "./find";
import { checkLocations, keepAnOwner, refuseAboveOwn, refuseOutOfHand } from "./rules";

export const updateStaffMember = operation(
  contracts.updateStaffMember,
  async (ctx, { id, location_ids, ...changed }) => {
    const before = await getStaffRow(ctx, id);
    if (before.ended_at) {
      throw new Problem("forbidden", "This colleague has left the team. Invite them again to bring them back.");
    }
    ctx.expectVersion(before.version);
    refuseOutOfHand(ctx.caller, before);
    if (changed.role) refuseAboveOwn(ctx.caller, changed.role);
    if (before.role === "gym_owner" && changed.role && changed.role !== "gym_owner") await keepAnOwner(ctx, id);
    if (location_ids) await placeAt(ctx, id, location_ids);
    const updated = await ctx.db
      .update(staff)
      .set({ ...changed, version: sql`${staff.version} + 1`, updated_at: ctx.now.toString() })
      .where(
        and(
          eq(staff.organization_id, ctx.organization_id),
          eq(staff.id, id),
          eq(staff.version, before.version),
          isNull(staff.ended_at),
        ),
      )
      .returning({ id: staff.id });
    if (updated.length === 0) throw new Problem("version_conflict");
    const after = await getStaffRow(ctx, id);
    ctx.audit({ target_type: "staff", target_id: id, ...changes(before, after) });
    if (after.role !== before.role) {
      ctx.emit(staffRoleChanged, { staff_id: id, from: before.role, to: after.role });
    }
    return after;
  },
);

async function placeAt(ctx: Ctx, staff_id: string, location_ids: string[]): Promise<void> {
  await checkLocations(ctx, location_ids);
  const { db, organization_id } = ctx;
  await db
    .delete(staffLocations)
    .where(and(eq(staffLocations.organization_id, organization_id), eq(staffLocations.staff_id, staff_id)));
  const rows = [...new Set(location_ids)].map((location_id) => ({ organization_id, staff_id, location_id }));
  if (rows.length > 0) await db.insert(staffLocations).values(rows);
}
