import { and, eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { checkIns } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { newGym, newMember } from "@/tests/support/gym/gym";
import { sellMembership } from "@/tests/support/gym/memberships";
import { startServer } from "@/tests/support/processes/server-process";

/** Checks the members in at once and reports each answer as it comes; after the cut no more come. */
async function checkInAll(
  url: string,
  token: string,
  members: string[],
  onAnswer: (id: string) => void,
): Promise<void> {
  await Promise.all(
    members.map(async (member_id) => {
      const response = await fetch(`${url}/api/v1/check-ins`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ member_id, method: "manual" }),
      }).catch(() => null);
      const body = await response?.text().catch(() => null);
      if (response?.status === 201 && body) onAnswer((JSON.parse(body) as { id: string }).id);
    }),
  );
}

test("a power cut under load loses no check-in that was answered", async () => {
  const gym = await newGym();
  const members = await Promise.all(
    Array.from({ length: 300 }, async (_, index) => {
      const member_id = await newMember(gym, { first_name: `Member ${index}` });
      await sellMembership(gym, member_id);
      return member_id;
    }),
  );
  const server = await startServer();
  const answered: string[] = [];
  await checkInAll(server.url, gym.people.receptionist.token, members, (id) => {
    if (answered.push(id) === 40) void server.kill();
  });

  expect(answered.length).toBeGreaterThanOrEqual(40);
  expect(answered.length, "the cut came after the last answer").toBeLessThan(members.length);
  const { organization_id } = gym;
  const stored = await inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select({ id: checkIns.id })
      .from(checkIns)
      .where(and(eq(checkIns.organization_id, organization_id), inArray(checkIns.id, answered))),
  );
  expect(stored.length).toBe(answered.length);
}, 60_000);
