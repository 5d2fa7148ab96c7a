import * as contracts from "@/lib/contracts/team/invitations";
import { freshInvitationLink, sendInvitationMail, sendMailsSoon } from "@/lib/domain/identity";
import { operation } from "@/lib/kernel/operation";
import { changeOpenInvitation, getInvitationRow } from "./invitations";
import { refuseAboveOwn } from "./rules";

export const resendInvitation = operation(
  contracts.resendInvitation,
  async (ctx, { id }) => {
    const { email, role } = await getInvitationRow(ctx, id);
    refuseAboveOwn(ctx.caller, role);
    const { token, ...stored } = freshInvitationLink(ctx.organization_id, ctx.now);
    await changeOpenInvitation(ctx, id, stored);
    await sendInvitationMail(ctx, { email, role, token });
    ctx.audit({ target_type: "invitation", target_id: id, after: { email, expires_at: stored.expires_at } });
    return getInvitationRow(ctx, id);
  },
  { committed: sendMailsSoon },
);
