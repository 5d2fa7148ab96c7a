import { eq } from "drizzle-orm";
import { checkIns, deniedEntries, organizations } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import type { Policies } from "@/lib/values/policies";
import { type Gym, newGym } from "./gym";
import { newMembership } from "./visits";

/** Looks into a gym's own tables, as its own tenant. */
export const inside = <T>(gym: GymRef, work: Parameters<typeof inTenant<T>>[1]) =>
  inTenant({ organization_id: gym.organization_id, user_id: null }, work);

export const visitsOf = (gym: Gym, member_id = gym.member_id) =>
  inside(gym, (db) => db.select().from(checkIns).where(eq(checkIns.member_id, member_id)));

export const refusalsOf = (gym: Gym) => inside(gym, (db) => db.select().from(deniedEntries));

type GymRef = Pick<Gym, "organization" | "organization_id">;

/** The callers of the gym know them too, as the next request would. */
export async function setPolicies(gym: GymRef, policies: Partial<Policies>): Promise<void> {
  gym.organization.policies = policies;
  await inside(gym, (db) =>
    db.update(organizations).set({ policies }).where(eq(organizations.id, gym.organization_id)),
  );
}

/** A gym whose member has a running membership, and who scans there. */
export async function gymWithMember() {
  const gym = await newGym();
  const membership_id = await newMembership(gym, gym.member_id);
  const desk = { token: gym.people.receptionist.token };
  const manager = { token: gym.people.admin.token };
  return { gym, membership_id, desk, manager };
}

export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
