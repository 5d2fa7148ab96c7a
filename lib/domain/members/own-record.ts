import { sql } from "drizzle-orm";
import type { z } from "zod";
import { members } from "@/db/schema";
import type { ownProfileInput } from "@/lib/contracts/me/me";
import { changes } from "@/lib/kernel/audit";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { columnsOf } from "./columns";
import { allowMarketingChannels, givesConsent } from "./consent";
import { memberUpdated } from "./events";
import { isMember, lockMemberRow, refuseArchived } from "./find";

/** Changes by members to their own record, independent of locations. A consent gets the source `member`. */
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
  if (givesConsent(before, after)) await allowMarketingChannels(ctx, id);
  ctx.audit({ target_type: "member", target_id: id, ...changes(before, after) });
  ctx.emit(memberUpdated, { member_id: id });
}
