import { sql } from "drizzle-orm";
import { members } from "@/db/schema";
import * as contracts from "@/lib/contracts/members/members";
import { homeLocation } from "@/lib/domain/organization/locations";
import { changes } from "@/lib/kernel/audit";
import { isDuplicate, notFound } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { columnsOf } from "./columns";
import { allowMarketingChannels, givesConsent } from "./consent";
import { emailTaken, refuseTakenEmail } from "./email-conflict";
import { memberUpdated } from "./events";
import { isMember, lockMemberRow, refuseArchived } from "./find";
import { readMember } from "./read";

export const updateMember = operation(contracts.updateMember, async (ctx, { id, ...input }) => {
  const before = await lockMemberRow(ctx, id);
  ctx.expectVersion(before.version);
  refuseArchived(before);
  if (input.email) await refuseTakenEmail(ctx, input.email, id);
  const moves = input.home_location_id !== undefined && input.home_location_id !== before.home_location_id;
  if (moves) await homeLocation(ctx, input.home_location_id);
  const [after] = await ctx.db
    .update(members)
    .set({
      ...columnsOf(input, before, ctx.now.toString()),
      version: sql`${members.version} + 1`,
      updated_at: ctx.now.toString(),
    })
    .where(isMember(ctx.organization_id, id))
    .returning()
    .catch((error: unknown) => {
      throw isDuplicate(error, "members_email_unique") ? emailTaken() : error;
    });
  if (!after) throw notFound();
  if (givesConsent(before, after)) await allowMarketingChannels(ctx, id);
  ctx.audit({ target_type: "member", target_id: id, ...changes(before, after) });
  ctx.emit(memberUpdated, { member_id: id });
  return readMember(ctx, id);
});
