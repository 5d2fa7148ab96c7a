import { and, eq, inArray, isNull } from "drizzle-orm";
import { locations, staff } from "@/db/schema";
import { isOpenLocation } from "@/lib/domain/organization/locations";
import { type Caller, mayAccessLocation } from "@/lib/kernel/caller";
import { invalid, Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { mayGrant, type StaffRole } from "@/lib/values/permissions";

type Target = { id: string; role: StaffRole; location_ids: string[] };

/** A7: a caller cannot grant a role above their own, or change a colleague with such a role. */
export function refuseAboveOwn(caller: Caller, role: StaffRole): void {
  if (caller.actor.type === "system" || [...caller.roles].some((own) => mayGrant(own, role))) return;
  throw new Problem("role_above_own", "This role is above your own. Ask an owner of the organization.");
}

/** A7, A3: a caller cannot change themselves, a superior, or a colleague at other locations. */
export function refuseOutOfHand(caller: Caller, target: Target): void {
  if (target.id === caller.staff_id) {
    throw new Problem("forbidden", "You cannot change your own role or locations. Ask another owner or administrator.");
  }
  refuseAboveOwn(caller, target.role);
  const worksBeyond =
    target.location_ids.length === 0 || target.location_ids.some((id) => !mayAccessLocation(caller, id));
  if (caller.location_ids !== null && worksBeyond) {
    throw new Problem(
      "forbidden",
      "This colleague also works at other locations. Ask a colleague with access to them.",
    );
  }
}

/** Validates that the locations are open and within the caller's locations. */
export async function checkLocations(ctx: Ctx<unknown>, location_ids: readonly string[]): Promise<void> {
  const { caller, db, organization_id } = ctx;
  if (location_ids.length === 0) {
    if (caller.location_ids === null) return;
    throw invalid("location_ids", "Choose locations, because you have access to some only");
  }
  const wanted = [...new Set(location_ids)];
  const known = await db
    .select({ id: locations.id })
    .from(locations)
    .where(and(isOpenLocation(organization_id), inArray(locations.id, wanted)));
  if (known.length !== wanted.length || wanted.some((id) => !mayAccessLocation(caller, id))) {
    throw invalid("location_ids", "Choose open locations that you have access to");
  }
}

/** Locks all owner rows, so that two owners who remove each other at the same time cannot both succeed. */
export async function keepAnOwner(ctx: Ctx<unknown>, leaving_id: string): Promise<void> {
  const owners = await ctx.db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.organization_id, ctx.organization_id), eq(staff.role, "gym_owner"), isNull(staff.ended_at)))
    .orderBy(staff.id)
    .for("update");
  if (owners.every(({ id }) => id === leaving_id)) {
    throw new Problem("last_owner", "This is the organization's last owner. Make another colleague an owner first.");
  }
}
