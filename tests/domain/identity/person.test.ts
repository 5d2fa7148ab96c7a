import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { users } from "@/db/schema";
import { inIdentity } from "@/db/tenancy";
import { callerWithoutOrganization } from "@/lib/kernel/caller";
import { systemClock } from "@/lib/kernel/clock";
import { resolveCaller } from "@/lib/kernel/resolve-caller";
import { newGym } from "@/tests/support/gym/gym";

test("A5 a session in a gym and a session without one find the same person", async () => {
  const gym = await newGym();
  const facts = { ip: null, user_agent: null, request_id: "r", reason: null };
  const read = ({ user_id, family_id }: typeof gym.people.admin, slug: string | null) =>
    resolveCaller(
      { user_id, family_id, session_version: 1, surface: "api" },
      slug === null ? null : { slug },
      facts,
      systemClock,
    );
  for (const is_super_admin of [false, true]) {
    for (const person of [gym.people.admin, gym.people.member]) {
      await inIdentity(person.user_id, (db) =>
        db.update(users).set({ is_super_admin }).where(eq(users.id, person.user_id)),
      );
      const here = await read(person, gym.organization.slug);
      expect(here.roles.size).toBeGreaterThan(0);
      expect(callerWithoutOrganization(here)).toEqual(await read(person, null));
    }
  }
});
