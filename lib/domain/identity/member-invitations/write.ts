import { and, eq, isNull } from "drizzle-orm";
import { memberInvitations } from "@/db/schema";
import { newInvitationToken } from "@/lib/domain/identity/invitation";
import type { AccountMail } from "@/lib/domain/identity/mail";
import { styleOfGym } from "@/lib/domain/identity/mail-style";
import { memberInvitation } from "@/lib/domain/identity/mail-texts";
import type { Member } from "@/lib/domain/members";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import { invitationDays } from "@/lib/values/member-invitations";
import type { Recipient } from "./recipient";

const isOpenInvitation = (organization_id: string, member_id: string) =>
  and(
    eq(memberInvitations.organization_id, organization_id),
    eq(memberInvitations.member_id, member_id),
    isNull(memberInvitations.accepted_at),
    isNull(memberInvitations.revoked_at),
  );

/** Revokes the open invitation of the member. Returns whether there was one. */
export async function revokeOpen({ db, organization_id, now }: OrganizationCtx, member_id: string): Promise<boolean> {
  const revoked = await db
    .update(memberInvitations)
    .set({ revoked_at: now.toString() })
    .where(isOpenInvitation(organization_id, member_id))
    .returning({ id: memberInvitations.id });
  return revoked.length > 0;
}

/** Replaces the open invitation by a new one, and returns its mail. The member's row is locked. */
export async function writeInvitation(
  ctx: OrganizationCtx,
  member: Member,
  { kind, email, name }: Recipient,
  invited_by: string | null,
): Promise<AccountMail> {
  const { db, organization, organization_id, now } = ctx;
  await revokeOpen(ctx, member.id);
  const { token, token_hash } = newInvitationToken(organization_id);
  await db.insert(memberInvitations).values({
    organization_id,
    member_id: member.id,
    kind,
    email,
    token_hash,
    invited_by,
    sent_at: now.toString(),
    expires_at: now.add({ hours: invitationDays * 24 }).toString(),
    created_at: now.toString(),
  });
  const ward = kind === "guardian" ? member.first_name : null;
  const style = styleOfGym(organization, member.language);
  return { to: email, ...memberInvitation(style, { name, ward, days: invitationDays, token }) };
}
