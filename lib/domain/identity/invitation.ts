import { and, eq, gt, isNull } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { invitations, organizations, staff, users } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import { type OrganizationCard, userIdOf } from "@/lib/kernel/caller";
import { hashSecret, newSecret } from "@/lib/kernel/keys";
import type { Ctx } from "@/lib/kernel/operation";
import { mayGrant, type StaffRole } from "@/lib/values/permissions";
import { postMail } from "./mail";
import { styleOfGym } from "./mail-style";
import { joinTeam } from "./mail-texts";
import { linkInvalid } from "./one-time-token";

const lifetimeHours = 7 * 24;

type Invited = { email: string; role: StaffRole; location_ids: readonly string[] };

/** In a transaction that is bound to the organization: the invitation, and the mail with its link. */
export async function inviteToTeam(
  { db, caller, now }: Pick<Ctx<unknown>, "db" | "caller" | "now">,
  organization: OrganizationCard,
  { email, role, location_ids }: Invited,
): Promise<{ id: string; expires_at: string }> {
  const { token, ...stored } = freshInvitationLink(organization.id, now);
  const [row] = await db
    .insert(invitations)
    .values({
      ...stored,
      organization_id: organization.id,
      email,
      role,
      location_ids: [...new Set(location_ids)],
      invited_by: userIdOf(caller),
      created_at: now.toString(),
    })
    .returning({ id: invitations.id, expires_at: invitations.expires_at });
  if (!row) throw new Error("The new invitation did not come back");
  await sendInvitationMail({ db, caller, organization }, { email, role, token });
  return row;
}

export const freshInvitationLink = (organization_id: string, now: Temporal.Instant) => ({
  ...newInvitationToken(organization_id),
  expires_at: now.add({ hours: lifetimeHours }).toString(),
});

/** The token contains the organization, so that the row can be found inside its tenant. Only the hash of the token is stored. */
export function newInvitationToken(organization_id: string): { token: string; token_hash: string } {
  const token = `${organization_id}.${newSecret()}`;
  return { token, token_hash: hashSecret(token) };
}

export async function sendInvitationMail(
  { db, caller, organization }: Pick<Ctx<unknown>, "db" | "caller" | "organization">,
  { email, role, token }: { email: string; role: StaffRole; token: string },
): Promise<void> {
  const inviter = caller.actor.type === "user" ? caller.actor.name : null;
  await postMail(db, { to: email, ...joinTeam(styleOfGym(organization), role, inviter, token) });
}

/** The organization in an invitation token. */
export function organizationOfToken(token: string): string {
  const organization_id = z.uuid().safeParse(token.split(".")[0]);
  if (!organization_id.success) throw linkInvalid();
  return organization_id.data;
}

export type Invitation = typeof invitations.$inferSelect;

/**
 * The open invitation of a token, in a transaction bound to its organization. A7: it is invalid if its sender may no longer grant
 * the role.
 */
export async function getOpenInvitation(db: Database, token: string, now: Temporal.Instant) {
  const organization_id = organizationOfToken(token);
  const [row] = await db
    .select({ invitation: invitations, inviter_role: staff.role, inviter_is_super_admin: users.is_super_admin })
    .from(invitations)
    .innerJoin(
      organizations,
      and(eq(organizations.id, invitations.organization_id), isNull(organizations.suspended_at)),
    )
    .leftJoin(users, and(eq(users.id, invitations.invited_by), isNull(users.disabled_at)))
    .leftJoin(
      staff,
      and(
        eq(staff.organization_id, invitations.organization_id),
        eq(staff.user_id, invitations.invited_by),
        isNull(staff.ended_at),
      ),
    )
    .where(
      and(
        eq(invitations.organization_id, organization_id),
        eq(invitations.token_hash, hashSecret(token)),
        isNull(invitations.accepted_at),
        isNull(invitations.revoked_at),
        gt(invitations.expires_at, now.toString()),
      ),
    )
    .for("update", { of: invitations });
  if (!row) throw linkInvalid();
  const { invitation, inviter_role, inviter_is_super_admin } = row;
  const may_still_grant = inviter_is_super_admin || (inviter_role !== null && mayGrant(inviter_role, invitation.role));
  if (invitation.invited_by && !may_still_grant) throw linkInvalid();
  return invitation;
}
