import { and, eq } from "drizzle-orm";
import { members } from "@/db/schema";
import { mayAccessLocation } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";

type Scope = Pick<Ctx<unknown>, "db" | "caller" | "organization_id">;

/** 409 when somebody else of the organization has the e-mail; names them only to who may see them. */
export async function refuseTakenEmail(scope: Scope, email: string, except_id?: string): Promise<void> {
  const { db, caller, organization_id } = scope;
  const [holder] = await db
    .select({ id: members.id, archived_at: members.archived_at, home_location_id: members.home_location_id })
    .from(members)
    .where(and(eq(members.organization_id, organization_id), eq(members.email, email)));
  if (!holder || holder.id === except_id) return;
  if (!mayAccessLocation(caller, holder.home_location_id)) throw emailTaken();
  throw emailTaken(holder);
}

export function emailTaken(holder?: { id: string; archived_at: string | null }): Problem {
  const sentence = holder?.archived_at
    ? "An archived member has this e-mail. Restore that member, or leave the e-mail empty."
    : "Another member has this e-mail. Open that member, or leave the e-mail empty.";
  return new Problem("already_exists", sentence, {
    errors: [{ field: "email", message: sentence }],
    ...(holder && { extensions: { member_id: holder.id } }),
  });
}
