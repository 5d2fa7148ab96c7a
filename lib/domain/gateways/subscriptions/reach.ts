import { and, eq } from "drizzle-orm";
import { locations, memberships } from "@/db/schema";
import { withinReach } from "@/lib/domain/organization/locations";
import { notFound } from "@/lib/kernel/errors";
import type { ReadCtx, TenantCtx } from "@/lib/kernel/operation";

/** Throws 404 where the membership is out of the caller's reach (A3). */
export async function requireMembership({ db, organization_id, caller }: ReadCtx, id: string): Promise<void> {
  const [found] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.organization_id, organization_id),
        eq(memberships.id, id),
        withinReach(caller, memberships.location_id),
      ),
    );
  if (!found) throw notFound();
}

/** The time zone of a membership's location, in which its periods begin. */
export async function zoneOf({ db, organization_id }: TenantCtx, membership_id: string): Promise<string> {
  const [found] = await db
    .select({ time_zone: locations.time_zone })
    .from(memberships)
    .innerJoin(
      locations,
      and(eq(locations.organization_id, memberships.organization_id), eq(locations.id, memberships.location_id)),
    )
    .where(and(eq(memberships.organization_id, organization_id), eq(memberships.id, membership_id)));
  if (!found) throw notFound();
  return found.time_zone;
}
