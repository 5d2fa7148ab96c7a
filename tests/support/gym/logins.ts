import { eq } from "drizzle-orm";
import { members, sessionFamilies, users } from "@/db/schema";
import { inIdentity, inTenant } from "@/db/tenancy";
import { openSessionByLink } from "@/lib/domain/identity";
import { acceptMemberInvitation } from "@/lib/domain/identity/member-invitations";
import { readAccessToken } from "@/lib/kernel/access-token";
import type { Caller } from "@/lib/kernel/caller";
import { fixedClock, systemClock } from "@/lib/kernel/clock";
import { resolveCaller } from "@/lib/kernel/resolve-caller";
import type { Gym } from "./gym";
import { visitor } from "./people";

export const owner = (gym: Gym) => gym.people.gym_owner.caller;
export const accept = (token: string, caller: Caller = visitor()) => acceptMemberInvitation(caller, { token });
export const enter = (token: string) => openSessionByLink(visitor(), { token });
export const later = (hours: number) => fixedClock(systemClock.now().add({ hours }).toString());

/** The caller of a session in the gym, as a request resolves it now. */
export async function callerIn(gym: Gym, access_token: string, clock = systemClock): Promise<Caller> {
  const claims = await readAccessToken(access_token, systemClock);
  if (!claims) throw new Error("The access token is not valid");
  const { ip, user_agent, request_id, reason } = visitor();
  return resolveCaller(
    { user_id: claims.sub, family_id: claims.fam, session_version: claims.sv, surface: "api" },
    { id: gym.organization_id },
    { ip, user_agent, request_id, reason },
    clock,
  );
}

export const signedIn = (email: string) =>
  inIdentity(null, async (db) => {
    const [user] = await db.select().from(users).where(eq(users.email, email));
    if (!user) throw new Error(`There is no account ${email}`);
    const [family] = await db.insert(sessionFamilies).values({ user_id: user.id, surface: "web" }).returning();
    const session = { family_id: family?.id ?? "", version: 1, surface: "web" as const };
    return { ...visitor(), actor: { type: "user" as const, id: user.id, name: user.name, email }, session };
  });

export const memberRow = (gym: Gym, id: string) =>
  inTenant({ organization_id: gym.organization_id, user_id: null }, async (db) => {
    const [row] = await db.select().from(members).where(eq(members.id, id));
    return row;
  });
