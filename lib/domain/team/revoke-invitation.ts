import * as contracts from "@/lib/contracts/team/invitations";
import { operation } from "@/lib/kernel/operation";
import { changeOpenInvitation, getInvitationRow } from "./invitations";
import { refuseAboveOwn } from "./rules";

export const revokeInvitation = operation(contracts.revokeInvitation, async (ctx, { id }) => {
  const { email, role } = await getInvitationRow(ctx, id);
  refuseAboveOwn(ctx.caller, role);
  await changeOpenInvitation(ctx, id, { revoked_at: ctx.now.toString() });
  ctx.audit({ target_type: "invitation", target_id: id, before: { email, role }, after: { revoked: true } });
  return null;
});
