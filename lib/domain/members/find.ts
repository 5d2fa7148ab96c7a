import { and, eq } from "drizzle-orm";
import { shareTransaction } from "@/db/client-query";
import { members } from "@/db/schema";
import { clientOf } from "@/db/tenancy";
import { mayAccessLocation } from "@/lib/kernel/caller";
import { notFound, Problem } from "@/lib/kernel/errors";
import type { ReadCtx } from "@/lib/kernel/operation";

export type Member = typeof members.$inferSelect;
/** Throws 404 for a member of another organization or outside the caller's reach (A3). Includes archived members. */
export async function getMemberRow({ db, caller, organization_id }: ReadCtx, id: string): Promise<Member> {
  const [row] = await db.select().from(members).where(isMember(organization_id, id));
  if (!row || !mayAccessLocation(caller, row.home_location_id)) throw notFound();
  return row;
}

/** As getMemberRow(), and locks the row until the transaction ends. */
export async function lockMemberRow({ db, caller, organization_id }: ReadCtx, id: string): Promise<Member> {
  shareTransaction(clientOf(db));
  const [row] = await db.select().from(members).where(isMember(organization_id, id)).for("update");
  if (!row || !mayAccessLocation(caller, row.home_location_id)) throw notFound();
  return row;
}

export function refuseArchived({ archived_at }: Member): void {
  if (archived_at) throw new Problem("conflict", "The member is archived. Restore the member first.");
}

export const isMember = (organization_id: string, id: string) =>
  and(eq(members.organization_id, organization_id), eq(members.id, id));
