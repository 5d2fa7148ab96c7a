import { and, eq, isNull } from "drizzle-orm";
import { invitations } from "@/db/schema";
import * as contracts from "@/lib/contracts/team/invitations";
import { notFound } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { getInvitationRow } from "./invitations";
import { refuseAboveOwn } from "./rules";

export const revokeInvitation = operation(contracts.revokeInvitation, async (ctx, { id }) => {
  const { email, role } = await getInvitationRow(ctx, id);
  refuseAboveOwn(ctx.caller, role);
  const revoked = await ctx.db
    .update(invitations)
    .set({ revoked_at: ctx.now.toString() })
    .where(
      and(
        eq(invitations.organization_id, ctx.organization_id),
        eq(invitations.id, id),
        isNull(invitations.accepted_at),
        isNull(invitations.revoked_at),
      ),
    )
    .returning({ id: invitations.id });
  if (revoked.length === 0) throw notFound();
  ctx.audit({ target_type: "invitation", target_id: id, before: { email, role }, after: { revoked: true } });
  return null;
});
