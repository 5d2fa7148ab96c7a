import { and, eq, sql } from "drizzle-orm";
import { members } from "@/db/schema";
import { withinReach } from "@/lib/domain/organization/locations";
import { invalid, notFound } from "@/lib/kernel/errors";
import type { ReadCtx } from "@/lib/kernel/operation";

/** Who gets a membership. Throws 404 for a member out of reach, and names `field` for one who cannot have any. */
export async function getBuyer({ db, organization_id, caller }: ReadCtx, id: string, field: string) {
  const [member] = await db
    .select({
      name: sql<string>`trim(${members.first_name} || ' ' || ${members.last_name})`,
      first_name: members.first_name,
      birth_on: members.birth_on,
      home_location_id: members.home_location_id,
      archived_at: members.archived_at,
      banned_at: members.banned_at,
    })
    .from(members)
    .where(
      and(
        eq(members.organization_id, organization_id),
        eq(members.id, id),
        withinReach(caller, members.home_location_id),
      ),
    );
  if (!member) throw notFound();
  if (member.archived_at) throw invalid(field, "This member is archived. Restore them first");
  if (member.banned_at) throw invalid(field, "This member is banned. Lift the ban first");
  return member;
}

export type Buyer = Awaited<ReturnType<typeof getBuyer>>;
