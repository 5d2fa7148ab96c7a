import { sql } from "drizzle-orm";
import sharp from "sharp";
import { newId } from "@/db/id";
import { sessionFamilies, supportGrants, users } from "@/db/schema";
import { inIdentity, inTenant } from "@/db/tenancy";
import { putLogo } from "@/lib/contracts/organization/organizations";
import { issueAccessToken } from "@/lib/kernel/access-token";
import { systemClock } from "@/lib/kernel/clock";
import type { Specimens } from "@/tests/support/contracts/specimens";
import type { Gym } from "@/tests/support/gym/gym";
import { newUser } from "@/tests/support/gym/gym";
import { call } from "@/tests/support/http/api";

/** A signed-in super admin outside of every organization. */
export async function newSuperAdmin(): Promise<{ user_id: string; token: string }> {
  const { id } = await newUser("Root Support");
  const family_id = newId();
  await inIdentity(id, async (db) => {
    await db.update(users).set({ is_super_admin: true }).where(sql`${users.id} = ${id}`);
    await db.insert(sessionFamilies).values({ id: family_id, user_id: id, surface: "api" });
  });
  const token = await issueAccessToken({ sub: id, org: null, sv: 1, fam: family_id }, systemClock);
  return { user_id: id, token };
}

/** A signed-in person with a confirmed address who belongs to no organization. */
export async function newOpener(): Promise<{ user_id: string; email: string; token: string }> {
  const { id, email } = await newUser("Olga Opener");
  const family_id = newId();
  await inIdentity(id, async (db) => {
    await db.update(users).set({ email_verified_at: "2026-01-01T00:00:00Z" }).where(sql`${users.id} = ${id}`);
    await db.insert(sessionFamilies).values({ id: family_id, user_id: id, surface: "api" });
  });
  return {
    user_id: id,
    email,
    token: await issueAccessToken({ sub: id, org: null, sv: 1, fam: family_id }, systemClock),
  };
}

export async function newGrant(gym: Gym, user_id: string): Promise<string> {
  const id = newId();
  const { organization_id } = gym;
  const now = systemClock.now();
  await inTenant({ organization_id, user_id }, (db) =>
    db.insert(supportGrants).values({
      id,
      organization_id,
      user_id,
      reason: "The import stopped half-way",
      granted_at: now.toString(),
      expires_at: now.add({ hours: 1 }).toString(),
    }),
  );
  return id;
}

export const squareLogo = async () =>
  new Blob([
    new Uint8Array(
      await sharp({ create: { width: 64, height: 32, channels: 4, background: "#0d6b68" } })
        .png()
        .toBuffer(),
    ),
  ]);

export const specimens: Specimens = {
  inputs: {
    "organizations.list": () => ({}),
    "organizations.create": async () => ({
      name: "Iron Temple North",
      currency: "AUD",
      time_zone: "Australia/Melbourne",
      $token: (await newOpener()).token,
    }),
    "organizations.get": (gym) => ({ id: gym.organization_id }),
    "organizations.update": (gym) => ({ id: gym.organization_id, policies: { max_visit_minutes: 180 } }),
    "organizations.put_logo": async (gym) => ({ id: gym.organization_id, $body: await squareLogo() }),
    "organizations.get_logo": async (gym) => {
      await call(putLogo, { id: gym.organization_id }, { token: gym.people.gym_owner.token, body: await squareLogo() });
      return { id: gym.organization_id };
    },
    "organizations.delete_logo": (gym) => ({ id: gym.organization_id }),
    "support_grants.list": () => ({}),
    "support_grants.create": async (gym) => ({
      organization: gym.organization.slug,
      reason: "The import stopped half-way",
      hours: 2,
      $token: (await newSuperAdmin()).token,
    }),
    "support_grants.end": async (gym) => ({ id: await newGrant(gym, (await newUser("Root Support")).id) }),
  },
};
