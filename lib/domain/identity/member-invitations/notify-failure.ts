import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import { operation } from "@/lib/kernel/operation";

const contract = job({
  id: "member_invitations.tell_of_unsent",
  input: z.strictObject({ batch_id: z.uuid() }),
  output: z.object({ notified: z.int() }),
});

/** Sent after the last attempt. */
export const notifyInvitationsFailed = operation(contract, async (ctx, { batch_id }) => {
  const notified = await notifyStaff(ctx, {
    kind: "job_failed",
    event_key: `uninvited:${batch_id}`,
    title: "Some members were not invited",
    body: "Some invitations could not be created after several attempts. Invite these members again: those who have an invitation are skipped.",
    href: `/manage/${ctx.organization.slug}/members`,
    permission: "members.invite_many",
  });
  return { notified };
});
