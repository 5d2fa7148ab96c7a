import { and, eq, isNull } from "drizzle-orm";
import { invitations } from "@/db/schema";
import * as contracts from "@/lib/contracts/team/invitations";
import { sendInvitationMail, sendMailsSoon } from "@/lib/domain/identity";
import { notFound } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { freshLink } from "./invitation-link";
import { getInvitationRow } from "./invitations";

import { refuseAboveOwn } from "./rules";

export const resendInvitation = operation(
  contracts.resendInvitation,
  async (ctx, { id }) => {
    const { email, role } = await getInvitationRow(ctx, id);
    refuseAboveOwn(ctx.caller, role);
    const { token, ...stored } = freshLink(ctx);
    const renewed = await ctx.db
      .update(invitations)
      .set(stored)
      .where(
        and(
          eq(invitations.organization_id, ctx.organization_id),
          eq(invitations.id, id),
          isNull(invitations.accepted_at),
          isNull(invitations.revoked_at),
        ),
      )
      .returning({ id: invitations.id });
    if (renewed.length === 0) throw notFound();
    await sendInvitationMail(ctx, { email, role, token });
    ctx.audit({ target_type: "invitation", target_id: id, after: { email, expires_at: stored.expires_at } });
    return getInvitationRow(ctx, id);
  },
  { afterCommit: sendMailsSoon },
);
