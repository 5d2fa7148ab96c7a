import { sql } from "drizzle-orm";
import { members } from "@/db/schema";
import { changes } from "@/lib/kernel/audit";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import type { memberUpdated } from "./events";
import { isMember, type Member } from "./find";
import { readMember } from "./read";

type Change = Partial<Pick<Member, "archived_at" | "banned_at" | "ban_reason" | "photo_file_id">>;

/** Updates a member with audit entry and event, and returns the member. */
export async function changeMember(
  ctx: Ctx<unknown>,
  before: Member,
  change: Change,
  event: typeof memberUpdated,
  reason?: string,
) {
  const [after] = await ctx.db
    .update(members)
    .set({ ...change, version: sql`${members.version} + 1`, updated_at: ctx.now.toString() })
    .where(isMember(ctx.organization_id, before.id))
    .returning();
  if (!after) throw notFound();
  ctx.audit({ target_type: "member", target_id: before.id, reason: reason ?? null, ...changes(before, after) });
  ctx.emit(event, { member_id: before.id });
  return readMember(ctx, before.id);
}

/** The response of a change that the member already has. */
export function unchanged(ctx: Ctx<unknown>, { id }: Member) {
  ctx.audit({ target_type: "member", target_id: id });
  return readMember(ctx, id);
}
