import { and, eq } from "drizzle-orm";
import { members } from "@/db/schema";
import { withinReach } from "@/lib/domain/locations";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";

/** Throws 404 for a member of another organization or outside the caller's locations (A3). */
export async function mustSeeMember({ db, caller, organization_id }: Ctx<unknown>, id: string): Promise<void> {
  const [row] = await db
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.organization_id, organization_id),
        eq(members.id, id),
        withinReach(caller, members.home_location_id),
      ),
    );
  if (!row) throw notFound();
}
