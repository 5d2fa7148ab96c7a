import { eq } from "drizzle-orm";
import { legalEntities, locations } from "@/db/schema";
import { checkIn } from "@/lib/domain/access/check-ins";
import { currentOccupancy, getOccupancy } from "@/lib/domain/access/occupancy";
import type { Schedule } from "@/lib/domain/area";
import { getOwnProfile } from "@/lib/domain/me";
import { countMembers, createSegment, getMember, listMembers, listSegments } from "@/lib/domain/members";
import { freezeOwnMembership } from "@/lib/domain/memberships";
import { mailDocuments, paymentReminders } from "@/lib/domain/messages/billing-mails";
import { previewBulk } from "@/lib/domain/messages/bulk";
import { inactiveMembersNotice, membershipExpiring, reEngagement } from "@/lib/domain/messages/reminders";
import { systemCaller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { owe } from "@/tests/support/gym/debts";
import { inside } from "@/tests/support/gym/front-desk";
import { type Gym, newMember } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { newMembership } from "@/tests/support/gym/visits";
import { asJob } from "@/tests/support/jobs/as-job";
import { messagesOf, noon } from "@/tests/support/messages/messages";
import { as, regular } from "./door";

/** Everywhere that shows a member as expiring: the list, its filter, counts and segments, the member page, the member's own page. */
export async function expiringEverywhere(gym: Gym, ends_on: string) {
  const owner = as(gym, "gym_owner");
  await newMembership(gym, gym.member_id, { kind: "fixed_term", ends_on });
  const filters = { status: ["expiring" as const] };
  await createSegment(owner, { name: "Ending", filters });
  const [filtered, all, counts, member, segments, profile] = await Promise.all([
    listMembers(owner, { ...filters, with_total: true }),
    listMembers(owner, {}),
    countMembers(owner, {}),
    getMember(owner, { id: gym.member_id }),
    listSegments(owner, { with_counts: true }),
    getOwnProfile(as(gym, "member"), {}),
  ]);
  const { audience } = await previewBulk(owner, { ...words, filters });
  return {
    "list filter": [filtered.data.length, filtered.total?.count],
    "list badge": all.data.map(({ status }) => status),
    counts: counts.by_status.expiring,
    segment: segments.data.map(({ members }) => members?.count),
    "bulk message": audience,
    "member page": member.status,
    "own membership": profile.memberships.map(({ standing }) => standing),
    "own pass": profile.entry.notes.filter((note) => note.includes("ends on")),
  };
}

/** Everywhere that says how full a location of ten is with four inside. */
export async function levelEverywhere(gym: Gym) {
  await changeLocation(gym, { capacity: 10 });
  const people = await Promise.all([1, 2, 3, 4].map((n) => regular(gym, { email: `person-${n}@example.com` })));
  let last = "";
  for (const member_id of people) {
    const answer = await checkIn(as(gym, "receptionist"), { member_id, location_id: gym.location_id });
    last = answer.occupancy.level;
  }
  const [occupancy, live, profile] = await Promise.all([
    getOccupancy(as(gym, "gym_owner"), {}),
    inside(gym, (db) => currentOccupancy(db, gym.organization_id, noon)),
    getOwnProfile(as(gym, "member"), {}),
  ]);
  const levels = (rooms: readonly { level: string }[]) => rooms.map(({ level }) => level);
  return {
    desk: last,
    dashboard: levels(occupancy.data),
    live: levels(live),
    "own page": profile.occupancy.level,
  };
}

export const changeLocation = (gym: Gym, fields: Partial<typeof locations.$inferInsert>) =>
  inside(gym, (db) => db.update(locations).set(fields).where(eq(locations.id, gym.location_id)));

const words = {
  filters: {},
  channel: "email" as const,
  category: "marketing" as const,
  subject: "Easter",
  body: "We open at 10 over Easter.",
};

/** When a message that is due at `at` is sent after quiet hours. */
export async function marketingWaits(gym: Gym, at: string): Promise<string | null> {
  await regular(gym);
  return (await previewBulk(as(gym, "gym_owner", at), words)).waits_until;
}

const runAt = (gym: Gym, schedule: Schedule, run_on: string, at = `${run_on}T11:00:00Z`) =>
  asJob(gym, at, (ctx) =>
    schedule.run(ctx, { location: { id: gym.location_id, name: "Main", time_zone: "Europe/Berlin" }, run_on }),
  );

/** When the notice of a membership's end that is written at `at` goes out. */
export async function reminderGoesOut(gym: Gym, at: string): Promise<string[]> {
  await regular(gym, {}, { kind: "fixed_term", ends_on: "2026-03-12" });
  await runAt(gym, membershipExpiring, "2026-03-05", at);
  return (await messagesOf(gym)).map(({ send_after }) => send_after);
}

/** On which days the end of a membership on 12 March is announced. */
export async function announcedOn(gym: Gym): Promise<string[]> {
  await regular(gym, {}, { kind: "fixed_term", ends_on: "2026-03-12" });
  const days = ["2026-03-05", "2026-03-09", "2026-03-11"];
  const found = [];
  for (const day of days) if ((await runAt(gym, membershipExpiring, day)).acted > 0) found.push(day);
  return found;
}

const payer = { first_name: "Ana", email: "ana@example.com" };

/** How many mails an invoice sends when it is issued. */
export async function invoicesMailed(gym: Gym): Promise<number> {
  const member_id = await newMember(gym, payer);
  const { id } = await newInvoice(gym, { member_id, at: fixedClock(noon) });
  const caller = systemCaller("Test", gym.organization, fixedClock(noon));
  return (await mailDocuments(caller, { document_ids: [id] })).queued;
}

/** On which days a member is reminded of an invoice that is due on 12 March. */
export async function paymentRemindedOn(gym: Gym): Promise<string[]> {
  const member_id = await newMember(gym, payer);
  await inside(gym, (db) => db.update(legalEntities).set({ due_days: 7 }));
  await newInvoice(gym, { member_id, at: fixedClock(noon) });
  const found = [];
  for (let day = 5; day <= 20; day++) {
    const run_on = `2026-03-${String(day).padStart(2, "0")}`;
    const run = asJob(gym, `${run_on}T09:00:00Z`, (ctx) =>
      paymentReminders.run(ctx, {
        location: { id: gym.location_id, name: "Main", time_zone: "Europe/Berlin" },
        run_on,
      }),
    );
    if ((await run).acted > 0) found.push(run_on);
  }
  return found;
}

/** The number of staff notices and messages about members whose last visit was on 23 February. */
export async function inactiveOn(gym: Gym, day: string) {
  const [notice, asked] = [await runAt(gym, inactiveMembersNotice, day), await runAt(gym, reEngagement, day)];
  return { "staff notice": notice.found, "message to come back": asked.acted };
}

/** The number of re-engagement messages on the day, after the ones of 5 March. */
export async function askedAgain(gym: Gym, day: string): Promise<number> {
  await runAt(gym, reEngagement, noon.slice(0, 10));
  return (await runAt(gym, reEngagement, day)).acted;
}

/** Whether a member with an overdue payment can freeze their own membership. */
export async function ownFreezeWhileOverdue(gym: Gym): Promise<string> {
  const id = await newMembership(gym, gym.member_id, { next_bill_on: "2026-03-20", anchor_day: 20 });
  await owe(gym, [{ member_id: gym.member_id, membership_id: id, due_on: "2026-03-01" }]);
  return freezeOwnMembership(as(gym, "member"), { id, from_on: "2026-03-12", to_on: "2026-03-25" }).then(
    () => "frozen",
    ({ code }: { code: string }) => code,
  );
}
