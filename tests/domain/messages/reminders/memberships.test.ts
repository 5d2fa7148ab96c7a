import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { locations } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import type { Schedule } from "@/lib/domain/area";
import { freezeEnded, membershipExpired, membershipExpiring } from "@/lib/domain/messages/reminders";
import { setPolicies } from "@/tests/support/gym/front-desk";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newMembership } from "@/tests/support/gym/visits";
import { asJob } from "@/tests/support/jobs/as-job";
import { messagesOf } from "@/tests/support/messages/messages";

const noon = "2026-03-05T11:00:00Z";
const inGym = ({ organization_id }: Gym) => ({ organization_id, user_id: null });

const runOn = (gym: Gym, schedule: Schedule, run_on: string, id = gym.location_id) =>
  asJob(gym, noon, (ctx) => schedule.run(ctx, { location: { id, name: "Main", time_zone: "Europe/Berlin" }, run_on }));

/** The first names of the recipients, in order. */
async function recipients(gym: Gym, schedule: Schedule, run_on: string): Promise<string[]> {
  await runOn(gym, schedule, run_on);
  return (await messagesOf(gym)).map(({ to_name }) => to_name).sort();
}

type Terms = NonNullable<Parameters<typeof newMembership>[2]>;

async function member(gym: Gym, first_name: string, ...memberships: Terms[]): Promise<string> {
  const id = await newMember(gym, { first_name, email: `${first_name.toLowerCase()}@example.com` });
  for (const terms of memberships) await newMembership(gym, id, { kind: "fixed_term", plan_name: "Quarter", ...terms });
  return id;
}

const ending = { ends_on: "2026-03-12" };
const frozen = (from_on: string, to_on: string | null) => ({ freezes: [{ from_on, to_on }] });

describe("a membership that ends on 12 March", () => {
  let gym: Gym;
  beforeAll(async () => {
    gym = await newGym();
    await member(gym, "Ends", ending);
    await member(gym, "Cancelled", { ...ending, cancelled_at: noon, cancelled_on: "2026-03-20" });
    await member(gym, "Frozen", { ...ending, ...frozen("2026-03-01", null) });
    await member(gym, "Back", { ...ending, ...frozen("2026-03-01", "2026-03-06") });
    await member(gym, "Renewed", ending, { starts_on: "2026-03-13", ends_on: "2026-06-12" });
    await member(gym, "Recurring", ending, { kind: "recurring" });
    await member(gym, "Leaving", ending, { kind: "recurring", cancelled_at: noon, cancelled_on: "2026-03-13" });
    await member(gym, "Visitor", { ...ending, kind: "day_pass", starts_on: "2026-03-12" });
    await member(gym, "Later", { ends_on: "2026-03-13" });
    const banned = await newMember(gym, { first_name: "Banned", banned_at: noon, email: "banned@example.com" });
    await newMembership(gym, banned, ending);
    const gone = await newMember(gym, { first_name: "Gone", archived_at: noon, email: "gone@example.com" });
    await newMembership(gym, gone, ending);
  });

  test("F9 is announced 7 days before, unless it was cancelled, is on hold over that day, or goes on otherwise", async () => {
    expect(await recipients(gym, membershipExpiring, "2026-03-05")).toEqual(["Back", "Ends", "Leaving"]);
  });

  test("is announced once more on the day before, and on no other day", async () => {
    expect(await runOn(gym, membershipExpiring, "2026-03-10")).toEqual({ found: 0, acted: 0 });
    expect(await runOn(gym, membershipExpiring, "2026-03-11")).toEqual({ found: 3, acted: 3 });
  });

  test("F9 has ended on the 13th for who neither renewed nor cancelled nor is on hold, and says so once", async () => {
    expect(await runOn(gym, membershipExpired, "2026-03-12")).toEqual({ found: 0, acted: 0 });
    expect(await runOn(gym, membershipExpired, "2026-03-13")).toEqual({ found: 3, acted: 3 });
    expect(await runOn(gym, membershipExpired, "2026-03-13")).toEqual({ found: 3, acted: 0 });
    const kinds = (await messagesOf(gym)).filter(({ to_name }) => to_name === "Ends").map(({ kind }) => kind);
    expect(kinds).toEqual(["membership_expiring", "membership_expiring", "membership_expired"]);
  });
});

test("the days of notice are the gym's own", async () => {
  const gym = await newGym();
  await member(gym, "Ends", ending);
  await setPolicies(gym, { expiring_notice_days: [3] });
  expect(await recipients(gym, membershipExpiring, "2026-03-05")).toEqual([]);
  expect(await recipients(gym, membershipExpiring, "2026-03-09")).toEqual(["Ends"]);
});

test("a moved term is announced again for its new last day", async () => {
  const gym = await newGym();
  await member(gym, "Ends", ending);
  await runOn(gym, membershipExpiring, "2026-03-05");
  await inTenant(inGym(gym), (db) => db.execute("update memberships set ends_on = '2026-03-20'"));
  expect(await runOn(gym, membershipExpiring, "2026-03-13")).toEqual({ found: 1, acted: 1 });
});

test("a term that begins and ends within the week of notice is not announced on its first day", async () => {
  const gym = await newGym();
  await member(gym, "Trial", { kind: "trial", starts_on: "2026-03-05", ends_on: "2026-03-12" });
  expect(await recipients(gym, membershipExpiring, "2026-03-05")).toEqual([]);
});

test("E16 the member gets a message on the day after a freeze, unless the membership has ended", async () => {
  const gym = await newGym();
  const winter = frozen("2026-02-01", "2026-03-04");
  await member(gym, "Back", winter);
  await member(gym, "Cancelled", { ...winter, cancelled_at: noon, cancelled_on: "2026-03-01" });
  await member(gym, "Over", { ...winter, ends_on: "2026-03-02" });
  await member(gym, "Again", { freezes: [...winter.freezes, { from_on: "2026-03-05", to_on: null }] });
  await member(gym, "Still", frozen("2026-02-01", "2026-03-05"));
  expect(await recipients(gym, freezeEnded, "2026-03-05")).toEqual(["Back"]);
  expect(await runOn(gym, freezeEnded, "2026-03-05")).toEqual({ found: 1, acted: 0 });
});

test("B4 messages about a membership come from its location, or from the home location once that is archived", async () => {
  const gym = await newGym();
  const second = await newLocation(gym, "Second");
  await member(gym, "Ends", { ...ending, location_id: second });
  expect((await runOn(gym, membershipExpiring, "2026-03-05")).found).toBe(0);
  expect((await runOn(gym, membershipExpiring, "2026-03-05", second)).found).toBe(1);
  await inTenant(inGym(gym), (db) => db.update(locations).set({ archived_at: noon }).where(eq(locations.id, second)));
  expect((await runOn(gym, membershipExpired, "2026-03-13")).found).toBe(1);
});
