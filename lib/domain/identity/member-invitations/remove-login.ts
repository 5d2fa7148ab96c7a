import { and, eq, sql } from "drizzle-orm";
import { members } from "@/db/schema";
import * as contracts from "@/lib/contracts/identity/member-invitations";
import { lockMemberRow } from "@/lib/domain/members";
import { notFound } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { readLogin } from "./read";

/** The account stays, because it may belong to a member of other gyms or to staff. Its open pages notice at once (A5). */
export const removeMemberLogin = operation(contracts.removeMemberLogin, async (ctx, { id }) => {
  const member = await lockMemberRow(ctx, id);
  if (!member.user_id) throw notFound();
  await ctx.db
    .update(members)
    .set({ user_id: null, version: sql`${members.version} + 1`, updated_at: ctx.now.toString() })
    .where(and(eq(members.organization_id, ctx.organization_id), eq(members.id, id)));
  ctx.audit({ target_type: "member", target_id: id, before: { user_id: member.user_id }, after: { user_id: null } });
  return readLogin(ctx, { ...member, user_id: null });
});
