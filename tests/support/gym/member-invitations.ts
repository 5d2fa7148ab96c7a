import { newId } from "@/db/id";
import type { members } from "@/db/schema";
import { inviteMember } from "@/lib/domain/identity/member-invitations";
import { type Gym, newMember } from "./gym";
import { mailsTo, tokenIn } from "./people";

export const memberEmail = () => `member-${newId().slice(-12)}@example.com`;

export type InvitedMember = { member_id: string; email: string; token: string };

/** A member with an open invitation, and the token of its mail. */
export async function invitedMember(
  gym: Gym,
  fields: Partial<typeof members.$inferInsert> = {},
): Promise<InvitedMember> {
  const email = fields.email ?? fields.guardian_email ?? memberEmail();
  const member_id = await newMember(gym, { first_name: "Maya", email, ...fields });
  await inviteMember(gym.people.gym_owner.caller, { id: member_id });
  return { member_id, email, token: tokenIn((await mailsTo(email))[0]) };
}
