import { sql } from "drizzle-orm";
import type { z } from "zod";
import { members } from "@/db/schema";
import type { ownProfileInput } from "@/lib/contracts/me/me";
import { changes } from "@/lib/kernel/audit";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { columnsOf } from "./columns";
import { consentsAnew, reopenChannels } from "./consent";
import { memberUpdated } from "./events";
import { isMember, lockMemberRow, refuseArchived } from "./find";

/** What members change of their own record, wherever their home is; a consent is then their own. */
export async function changeOwnRecord(ctx: Ctx<unknown>, id: string, input: z.output<typeof ownProfileInput>) {
  const before = await lockMemberRow({ ...ctx, caller: { ...ctx.caller, location_ids: null } }, id);
  ctx.expectVersion(before.version);
  refuseArchived(before);
  const [after] = await ctx.db
    .update(members)
    .set({
      ...columnsOf(input, before, ctx.now.toString(), "member"),
      version: sql`${members.version} + 1`,
      updated_at: ctx.now.toString(),
    })
    .where(isMember(ctx.organization_id, id))
    .returning();
  if (!after) throw notFound();
  if (consentsAnew(before, after)) await reopenChannels(ctx, id);
  ctx.audit({ target_type: "member", target_id: id, ...changes(before, after) });
  ctx.emit(memberUpdated, { member_id: id });
}
