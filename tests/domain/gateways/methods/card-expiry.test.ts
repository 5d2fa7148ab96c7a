import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { members, savedMethods } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { cardExpiry } from "@/lib/domain/gateways/methods";
import { filterValid } from "@/lib/domain/messages/reminders";
import { fixedClock } from "@/lib/kernel/clock";
import { addDays } from "@/lib/values/calendar-day";
import { methodsOf } from "@/tests/support/gateways/saved-methods";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { asJob } from "@/tests/support/jobs/as-job";
import { messagesOf } from "@/tests/support/messages/messages";

const clockOn = (day: string) => fixedClock(`${day}T09:00:00Z`);
const last_on = "2026-06-30";

/** A gym whose member's card can be charged until the end of June. */
async function gymWithCard() {
  const gym = await newGym({ time_zone: "UTC" });
  await connectScripted(gym);
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.update(members).set({ email: "mina@example.com" }).where(eq(members.id, gym.member_id)),
  );
  await change(gym, { expires_in: "2026-06" });
  return gym;
}

const change = ({ organization_id }: Gym, columns: Partial<typeof savedMethods.$inferInsert>) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db.update(savedMethods).set(columns).where(eq(savedMethods.organization_id, organization_id)),
  );

const runOn = (gym: Gym, run_on: string, today = run_on) =>
  asJob(gym, clockOn(today), (ctx) =>
    cardExpiry.run(ctx, { location: { id: gym.location_id, name: "Main", time_zone: "UTC" }, run_on }),
  );

test("K20 a payer is told 30 and 7 days before the last day of the card, once each, and on no other day", async () => {
  const gym = await gymWithCard();
  const days: number[] = [];
  for (let before = 40; before >= -2; before--) {
    const { acted } = await runOn(gym, addDays(last_on, -before));
    if (acted > 0) days.push(before);
    expect((await runOn(gym, addDays(last_on, -before))).acted).toBe(0);
  }
  expect(days).toEqual([30, 7]);
  const [first] = await messagesOf(gym);
  expect(first).toMatchObject({ kind: "card_expiring", subject: "Your Visa 4242 expires soon" });
  expect(first?.body).toContain("expires on 30 June");
  expect(first?.link).toMatch(/\/pay\/method\/[\w-]+\.[\w-]+$/);
});

test("K20 after downtime only the later of both messages is written", async () => {
  const gym = await gymWithCard();
  expect(await runOn(gym, addDays(last_on, -30), addDays(last_on, -5))).toEqual({ found: 0, acted: 0 });
  expect(await runOn(gym, addDays(last_on, -7), addDays(last_on, -5))).toEqual({ found: 1, acted: 1 });
});

test.each([
  ["its network has renewed", { expires_in: "2029-06" }],
  ["was removed", { ended_at: "2026-05-20T10:00:00Z", end_reason: "removed" as const, is_default: false }],
  ["is not the default any more", { is_default: false }],
])("K20 a card that %s is no message, and one that was written before is not sent", async (_, columns) => {
  const gym = await gymWithCard();
  await runOn(gym, addDays(last_on, -30));
  const [written] = await messagesOf(gym);
  if (!written) throw new Error("Nothing was written");
  const valid = () =>
    inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
      filterValid(
        {
          ...{ db, organization_id: gym.organization_id, organization: gym.organization },
          now: clockOn(addDays(last_on, -30)).now(),
        },
        [written],
      ),
    );
  expect((await valid()).has(written.id)).toBe(true);
  await change(gym, columns);
  expect((await valid()).has(written.id)).toBe(false);
  expect(await runOn(gym, addDays(last_on, -7))).toEqual({ found: 0, acted: 0 });
  expect(await methodsOf(gym)).toHaveLength(1);
});
