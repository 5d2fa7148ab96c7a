import * as contracts from "@/lib/contracts/members/members";
import { notFound, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { changeMember } from "./change";
import { memberBanLifted, memberBanned } from "./events";
import { lockMemberRow, refuseArchived } from "./find";

export const banMember = operation(contracts.banMember, async (ctx, { id, reason }) => {
  const before = await lockMemberRow(ctx, id);
  refuseArchived(before);
  if (before.banned_at)
    throw new Problem("conflict", "The member is already banned. Lift the ban to give another reason.");
  return changeMember(ctx, before, { banned_at: ctx.now.toString(), ban_reason: reason }, memberBanned, reason);
});

export const liftBan = operation(contracts.liftBan, async (ctx, { id }) => {
  const before = await lockMemberRow(ctx, id);
  if (!before.banned_at) throw notFound();
  return changeMember(ctx, before, { banned_at: null, ban_reason: null }, memberBanLifted);
});
