import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { members } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { listMembers } from "@/lib/contracts/members/members";
import { listStaffNotices } from "@/lib/contracts/messages/staff-notices";
import type { Schedule } from "@/lib/domain/area";
import { birthday, inactiveMembersNotice, reEngagement } from "@/lib/domain/messages/reminders";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { newMembership, newVisit } from "@/tests/support/gym/visits";
import { call } from "@/tests/support/http/api";
import { asJob } from "@/tests/support/jobs/as-job";
import { messagesOf } from "@/tests/support/messages/messages";

const consent = { marketing_consent_at: "2026-01-01T00:00:00Z", marketing_consent_source: "member" as const };
/** Three weeks after the last visit of who stays away. */
const monday = "2026-03-02";

const runOn = (gym: Gym, schedule: Schedule, run_on: string, at = `${run_on}T11:00:00Z`) =>
  asJob(gym, at, (ctx) =>
    schedule.run(ctx, { location: { id: gym.location_id, name: "Main", time_zone: "Europe/Berlin" }, run_on }),
  );

const names = async (gym: Gym) => (await messagesOf(gym)).map(({ to_name }) => to_name).sort();

describe("birthdays", () => {
  const born = (gym: Gym, first_name: string, birth_on: string, fields: Partial<typeof members.$inferInsert> = {}) =>
    newMember(gym, { first_name, birth_on, email: `${first_name.toLowerCase()}@example.com`, ...consent, ...fields });

  test("B8 who was born on 29 February is greeted on the 28th, and in a leap year on the 29th", async () => {
    const gym = await newGym();
    await born(gym, "Leap", "1996-02-29");
    await born(gym, "Day", "1996-02-28");
    expect((await runOn(gym, birthday, "2026-02-28")).acted).toBe(2);
    expect((await runOn(gym, birthday, "2026-03-01")).found).toBe(0);
    expect((await runOn(gym, birthday, "2028-02-28")).found).toBe(1);
    expect((await runOn(gym, birthday, "2028-02-29")).acted).toBe(1);
  });

  test("P1 a birthday is greeted once a year, however often the day is run", async () => {
    const gym = await newGym();
    await born(gym, "Day", "1996-03-02");
    await born(gym, "Banned", "1996-03-02", { banned_at: "2026-01-01T00:00:00Z" });
    await born(gym, "Gone", "1996-03-02", { archived_at: "2026-01-01T00:00:00Z" });
    expect(await runOn(gym, birthday, monday)).toEqual({ found: 1, acted: 1 });
    expect(await runOn(gym, birthday, monday, "2026-03-04T08:00:00Z")).toEqual({ found: 1, acted: 0 });
    expect(await runOn(gym, birthday, "2027-03-02")).toEqual({ found: 1, acted: 1 });
    expect(await names(gym)).toEqual(["Day", "Day"]);
  });
});

describe("members who stay away", () => {
  async function memberWith(
    gym: Gym,
    first_name: string,
    last_visit_at: string | null,
    {
      membership = {},
      ...fields
    }: Partial<typeof members.$inferInsert> & { membership?: Parameters<typeof newMembership>[2] | null } = {},
  ): Promise<string> {
    const email = `${first_name.toLowerCase()}@example.com`;
    const id = await newMember(gym, { first_name, email, ...consent, ...fields });
    if (membership) await newMembership(gym, id, membership);
    if (last_visit_at) await newVisit(gym, id, { check_in_at: last_visit_at, check_out_at: last_visit_at });
    return id;
  }

  const long_ago = "2026-02-09T17:00:00Z";

  async function gymOfAll() {
    const gym = await newGym();
    await memberWith(gym, "Away", long_ago);
    await memberWith(gym, "Fourteen", "2026-02-16T22:59:00Z");
    await memberWith(gym, "Thirteen", "2026-02-16T23:01:00Z");
    await memberWith(gym, "Never", null);
    await memberWith(gym, "New", null, { joined_on: "2026-02-17" });
    await memberWith(gym, "Frozen", long_ago, { membership: { freezes: [{ from_on: "2026-02-20", to_on: null }] } });
    await memberWith(gym, "Cancelled", long_ago, {
      membership: { cancelled_at: long_ago, cancelled_on: "2026-03-20" },
    });
    await memberWith(gym, "Expired", long_ago, { membership: { ends_on: "2026-02-20" } });
    await memberWith(gym, "Stranger", long_ago, { membership: null });
    await memberWith(gym, "Banned", long_ago, { banned_at: long_ago });
    await memberWith(gym, "Gone", long_ago, { archived_at: long_ago });
    return gym;
  }

  test("P11 asks back who used to come: not frozen, cancelled, expired, new, banned, nor in within 14 days", async () => {
    const gym = await gymOfAll();
    expect(await runOn(gym, reEngagement, monday)).toEqual({ found: 2, acted: 2 });
    expect(await names(gym)).toEqual(["Away", "Fourteen"]);
    expect((await messagesOf(gym))[0]).toMatchObject({ kind: "re_engagement", category: "marketing" });
  });

  test("P11 who was asked is not asked again within 30 days, by the day that it was for", async () => {
    const gym = await newGym();
    await memberWith(gym, "Away", long_ago);
    expect(await runOn(gym, reEngagement, monday)).toEqual({ found: 1, acted: 1 });
    expect(await runOn(gym, reEngagement, monday, "2026-03-04T08:00:00Z")).toEqual({ found: 1, acted: 0 });
    expect(await runOn(gym, reEngagement, "2026-03-09")).toEqual({ found: 0, acted: 0 });
    expect(await runOn(gym, reEngagement, "2026-03-31")).toEqual({ found: 0, acted: 0 });
    expect(await runOn(gym, reEngagement, "2026-04-01")).toEqual({ found: 1, acted: 1 });
  });

  test("the team gets the number of inactive members, and the link lists exactly those", async () => {
    const gym = await gymOfAll();
    expect(await runOn(gym, inactiveMembersNotice, monday)).toEqual({ found: 3, acted: 3 });
    expect(await runOn(gym, inactiveMembersNotice, monday, "2026-03-04T08:00:00Z")).toEqual({ found: 3, acted: 0 });
    const { token } = gym.people.receptionist;
    const [notice, ...more] = (await call(listStaffNotices, {}, { token })).data;
    expect([notice?.title, notice?.body, more]).toEqual([
      "3 members have not visited for 14 days",
      "Main, on 2 Mar 2026.",
      [],
    ]);
    const link = new URL(notice?.href ?? "", "http://127.0.0.1");
    expect(link.pathname).toBe(`/manage/${gym.organization.slug}/members`);
    const { location: location_id, ...filters } = Object.fromEntries(link.searchParams);
    const { data } = await call(listMembers, { ...filters, location_id } as never, { token });
    expect(data.map(({ first_name }) => first_name).sort()).toEqual(["Away", "Fourteen", "Never"]);
    expect((await call(listStaffNotices, {}, { token: gym.people.trainer.token })).data).toEqual([]);
  });

  test("without inactive members there is no notice", async () => {
    const gym = await newGym();
    await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
      db.update(members).set({ joined_on: "2026-03-01" }).where(eq(members.id, gym.member_id)),
    );
    expect(await runOn(gym, inactiveMembersNotice, monday)).toEqual({ found: 0, acted: 0 });
    expect((await call(listStaffNotices, {}, { token: gym.people.admin.token })).data).toEqual([]);
  });
});
