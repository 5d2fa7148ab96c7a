import { and, eq, inArray, isNull } from "drizzle-orm";
import { locations, staff } from "@/db/schema";
import { isOpenLocation } from "@/lib/domain/organization/locations";
import { type Caller, reachesLocation } from "@/lib/kernel/caller";
import { invalid, Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { mayGrant, type StaffRole } from "@/lib/values/permissions";

type Target = { id: string; role: StaffRole; location_ids: string[] };

/** A7: nobody grants a role above their own, nor touches the colleague who has one. */
export function refuseAboveOwn(caller: Caller, role: StaffRole): void {
  if (caller.actor.type === "system" || [...caller.roles].some((own) => mayGrant(own, role))) return;
  throw new Problem("role_above_own", "This role stands above your own. Ask an owner of the organization.");
}

/** A7, A3: not oneself, not a superior, not somebody who works where the caller does not. */
export function refuseOutOfHand(caller: Caller, target: Target): void {
  if (target.id === caller.staff_id) {
    throw new Problem(
      "forbidden",
      "Nobody changes their own place in the team. Ask another owner or administrator to do it.",
    );
  }
  refuseAboveOwn(caller, target.role);
  const worksBeyond =
    target.location_ids.length === 0 || target.location_ids.some((id) => !reachesLocation(caller, id));
  if (caller.location_ids !== null && worksBeyond) {
    throw new Problem(
      "forbidden",
      "This colleague also works at locations beyond yours. Ask somebody who reaches them.",
    );
  }
}

/** The locations exist, are open for business and lie within the caller's own reach. */
export async function checkLocations(ctx: Ctx<unknown>, location_ids: readonly string[]): Promise<void> {
  const { caller, db, organization_id } = ctx;
  if (location_ids.length === 0) {
    if (caller.location_ids === null) return;
    throw invalid("location_ids", "You reach some locations only, so name which of them");
  }
  const wanted = [...new Set(location_ids)];
  const known = await db
    .select({ id: locations.id })
    .from(locations)
    .where(and(isOpenLocation(organization_id), inArray(locations.id, wanted)));
  if (known.length !== wanted.length || wanted.some((id) => !reachesLocation(caller, id))) {
    throw invalid("location_ids", "Choose among the locations that are open and that you reach");
  }
}

/**
 * Locks every owner's row, so that two owners who remove each other at the same moment come one after the other, and the
 * second finds that only one is left.
 */
export async function keepAnOwner(ctx: Ctx<unknown>, leaving_id: string): Promise<void> {
  const owners = await ctx.db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.organization_id, ctx.organization_id), eq(staff.role, "gym_owner"), isNull(staff.ended_at)))
    .orderBy(staff.id)
    .for("update");
  if (owners.every(({ id }) => id === leaving_id)) {
    throw new Problem("last_owner", "This is the organization's last owner. Make somebody else an owner first.");
  }
}
