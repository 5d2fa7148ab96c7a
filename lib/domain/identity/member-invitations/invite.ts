import { and, eq, gt } from "drizzle-orm";
import { memberInvitations } from "@/db/schema";
import * as contracts from "@/lib/contracts/identity/member-invitations";
import { postMail } from "@/lib/domain/identity/mail";
import { sendMailsSoon } from "@/lib/domain/identity/send-mails";
import { lockMemberRow } from "@/lib/domain/members";
import { userIdOf } from "@/lib/kernel/caller";
import { notFound, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { counted } from "@/lib/values/counted";
import { readLogin } from "./read";
import { homeOf, recipientOf, refusalFor } from "./recipient";
import { revokeOpen, writeInvitation } from "./write";

const limitPerDay = 5;

const refusals = {
  archived: () => new Problem("conflict", "The member is archived. Restore the member first."),
  has_login: () => new Problem("already_exists", "This member signs in already."),
  no_email: () =>
    new Problem(
      "conflict",
      "There is no e-mail address to send it to. Add one, or print the member's card: its code opens the door.",
    ),
};

export const inviteMember = operation(
  contracts.inviteMember,
  async (ctx, { id }) => {
    const member = await lockMemberRow(ctx, id);
    const recipient = recipientOf(ctx, member, await homeOf(ctx, member));
    const refusal = await refusalFor(ctx, member, recipient);
    if (refusal || !recipient) throw refusals[refusal ?? "no_email"]();
    await refuseTooMany(ctx, id);
    await postMail(ctx.db, await writeInvitation(ctx, member, recipient, userIdOf(ctx.caller)));
    const { kind, email } = recipient;
    ctx.audit({ target_type: "member", target_id: id, after: { kind, email } });
    return readLogin(ctx, member);
  },
  { afterCommit: sendMailsSoon },
);

async function refuseTooMany({ db, organization_id, now }: Ctx, member_id: string): Promise<void> {
  const sent = await db.$count(
    memberInvitations,
    and(
      eq(memberInvitations.organization_id, organization_id),
      eq(memberInvitations.member_id, member_id),
      gt(memberInvitations.sent_at, now.subtract({ hours: 24 }).toString()),
    ),
  );
  if (sent < limitPerDay) return;
  throw new Problem(
    "too_many_requests",
    `This member was invited ${counted(limitPerDay, "time")} within a day. Ask them to look in the spam folder, or check the address.`,
    { headers: { "retry-after": "86400" } },
  );
}

export const revokeMemberInvitation = operation(contracts.revokeMemberInvitation, async (ctx, { id }) => {
  const member = await lockMemberRow(ctx, id);
  if (!(await revokeOpen(ctx, id))) throw notFound();
  ctx.audit({ target_type: "member", target_id: id, after: { revoked: true } });
  return readLogin(ctx, member);
});
