import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema";
import type { Member } from "@/lib/domain/members";
import { getLocationRow } from "@/lib/domain/organization/locations";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import type { InvitationSkip } from "@/lib/values/member-invitations";
import { isMinorOn } from "@/lib/values/minor";
import { fullName } from "@/lib/values/person-name";
import { policiesOf } from "@/lib/values/policies";

export type Recipient = { kind: "own" | "guardian"; email: string; name: string };

type Place = { time_zone: string };

/** J13: the member's own address; a minor without one is reached through the guardian. Null: neither has one. */
export function recipientOf(ctx: OrganizationCtx, member: Member, { time_zone }: Place): Recipient | null {
  const { email, guardian_email, guardian_name, birth_on } = member;
  const name = fullName(member.first_name, member.last_name);
  if (email) return { kind: "own", email, name: member.first_name };
  const { adult_age } = policiesOf(ctx.organization);
  if (!guardian_email || !isMinorOn(birth_on, dayAt(ctx.now.toString(), time_zone), adult_age)) return null;
  return { kind: "guardian", email: guardian_email.toLowerCase(), name: guardian_name ?? name };
}

export const homeOf = (ctx: OrganizationCtx, { home_location_id }: Member): Promise<Place> =>
  getLocationRow({ ...ctx, caller: everywhere }, home_location_id);

/** The member was checked before; only the zone of the home location is read. */
const everywhere = { location_ids: null } as Parameters<typeof getLocationRow>[0]["caller"];

/** Why this member gets no invitation; null: nothing speaks against it. */
export async function refusalFor(
  { db }: OrganizationCtx,
  member: Member,
  recipient: Recipient | null,
): Promise<Exclude<InvitationSkip, "invited_recently"> | null> {
  if (member.archived_at) return "archived";
  if (member.user_id) return "has_login";
  if (!recipient) return "no_email";
  if (recipient.kind === "own") return null;
  // A guardian who has an account reaches the minor by it.
  const [account] = await db
    .select({ verified_at: users.email_verified_at })
    .from(users)
    .where(and(eq(users.email, recipient.email)));
  return account?.verified_at ? "has_login" : null;
}
