import { and, eq } from "drizzle-orm";
import { members } from "@/db/schema";
import { mayAccessLocation } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import type { ReadCtx } from "@/lib/kernel/operation";

/** Throws 409 if another member of the organization has the e-mail. Names that member only within the caller's reach. */
export async function refuseTakenEmail(ctx: ReadCtx, email: string, except_id?: string): Promise<void> {
  const { db, caller, organization_id } = ctx;
  const [holder] = await db
    .select({ id: members.id, archived_at: members.archived_at, home_location_id: members.home_location_id })
    .from(members)
    .where(and(eq(members.organization_id, organization_id), eq(members.email, email)));
  if (!holder || holder.id === except_id) return;
  if (!mayAccessLocation(caller, holder.home_location_id)) throw emailTaken();
  throw emailTaken(holder);
}

export function emailTaken(holder?: { id: string; archived_at: string | null }): Problem {
  const message = holder?.archived_at
    ? "An archived member has this e-mail. Restore that member, or leave the e-mail empty."
    : "Another member has this e-mail. Open that member, or leave the e-mail empty.";
  return new Problem("already_exists", message, {
    errors: [{ field: "email", message }],
    ...(holder && { extensions: { member_id: holder.id } }),
  });
}
