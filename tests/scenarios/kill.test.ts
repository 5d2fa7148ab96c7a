import { and, eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { checkIns } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { newGym, newMember } from "@/tests/support/gym";
import { sellMembership } from "@/tests/support/memberships";
import { startServer } from "@/tests/support/server-process";

async function checkInUntilRefused(url: string, token: string, members: string[]): Promise<string[]> {
  const answered: string[] = [];
  await Promise.all(
    members.map(async (member_id) => {
      const response = await fetch(`${url}/api/v1/check-ins`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ member_id, method: "manual" }),
      }).catch(() => null);
      const body = await response?.text().catch(() => null);
      if (response?.status === 201 && body) answered.push((JSON.parse(body) as { id: string }).id);
    }),
  );
  return answered;
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
  const load = checkInUntilRefused(server.url, gym.people.receptionist.token, members);
  await new Promise((resolve) => setTimeout(resolve, 250));
  await server.kill();
  const answered = await load;

  expect(answered.length, "the cut came before the first answer").toBeGreaterThan(0);
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
