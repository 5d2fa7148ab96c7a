import { beforeEach, expect, test } from "vitest";
import { newId } from "@/db/id";
import { members } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/messages/notification-bulk";
import { listStaffNotices } from "@/lib/contracts/messages/staff-notices";
import { searchColumns } from "@/lib/domain/members";
import { finishBulks, prepareBulk } from "@/lib/domain/messages/bulk";
import { systemCaller } from "@/lib/kernel/caller";
import { systemClock } from "@/lib/kernel/clock";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newBoundStaff } from "@/tests/support/gym/team";
import { call, refusal } from "@/tests/support/http/api";
import { turn } from "@/tests/support/messages/delivery";
import { messagesOf } from "@/tests/support/messages/messages";

let gym: Gym;
beforeEach(async () => {
  gym = await newGym();
});

const owner = () => ({ token: gym.people.gym_owner.token });
const now = () => systemClock.now();
const system = () => systemCaller("Bulk message", gym.organization);
const words = {
  filters: {},
  channel: "email" as const,
  category: "reminder" as const,
  subject: "Easter, {{first_name}}",
  body: "Hello {{first_name}}, over Easter we open at 10.",
};

const write = (change: object = {}) => call(contracts.createBulk, { name: "Easter", ...words, ...change }, owner());

async function prepareAll(bulk_id: string): Promise<number> {
  for (let parts = 1; ; parts++) if ((await prepareBulk(system(), { bulk_id })).is_prepared) return parts;
}

async function addMembers(count: number): Promise<void> {
  const { organization_id, location_id: home_location_id } = gym;
  const name = { first_name: "Sam", last_name: "" };
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(members).values(
      Array.from({ length: count }, (_, index) => ({
        id: newId(),
        organization_id,
        home_location_id,
        member_code: `S-${index}`,
        email: `sam-${index}@example.com`,
        joined_on: "2025-01-01",
        ...name,
        ...searchColumns(name),
      })),
    ),
  );
}

test("the preview shows who gets it, who does not and why, and its text", async () => {
  await newMember(gym, { first_name: "Ana", email: "ana@example.com", marketing_consent_at: "2026-01-01T00:00:00Z" });
  await newMember(gym, { first_name: "Ben", email: "ben@example.com" });
  await newMember(gym, { first_name: "Gone", email: "gone@example.com", archived_at: "2026-01-01T00:00:00Z" });
  const seen = await call(contracts.previewBulk, { ...words, category: "marketing" }, owner());
  expect(seen).toMatchObject({
    audience: 3,
    recipients: 1,
    left_out: [{ reason: "no_consent", count: 2 }],
    sample: { to_name: "Ana", subject: "Easter, Ana", body: "Hello Ana, over Easter we open at 10." },
  });
  expect(seen.sample?.html).toContain("over Easter we open at 10.");
  expect(await messagesOf(gym)).toEqual([]);
});

test("P1 a bulk message of several parts writes to everybody once, also when two workers prepare it", async () => {
  await addMembers(600);
  const { id, state } = await write();
  expect(state).toBe("preparing");
  await Promise.all([prepareAll(id), prepareAll(id)]);
  const written = await messagesOf(gym);
  expect(written.length).toBe(601);
  expect(new Set(written.map(({ recipient_key }) => recipient_key)).size).toBe(601);
  expect(await call(contracts.getBulk, { id }, owner())).toMatchObject({
    state: "sending",
    recipients: 601,
    counts: { queued: 600, suppressed: 1 },
  });
});

test("it is done when none of its messages waits, and its author is notified once", async () => {
  await newMember(gym, { email: "ana@example.com" });
  const { id } = await write();
  await prepareAll(id);
  expect(await finishBulks(system(), {})).toEqual({ finished: 0 });
  await turn(gym, now().add({ minutes: 1 }).toString(), "email", "bulk");
  expect(await finishBulks(system(), {})).toEqual({ finished: 1 });
  expect(await call(contracts.getBulk, { id }, owner())).toMatchObject({
    state: "done",
    counts: { sent: 1, suppressed: 1 },
  });
  await finishBulks(system(), {});
  const { data } = await call(listStaffNotices, {}, owner());
  expect(data.map(({ title, body }) => [title, body])).toEqual([["“Easter” has gone out", "1 of 2 got it."]]);
});

test("what is cancelled goes no further, and cannot be cancelled again", async () => {
  await addMembers(3);
  const { id } = await write();
  await prepareAll(id);
  const cancelled = await call(contracts.cancelBulk, { id }, owner());
  expect(cancelled).toMatchObject({ state: "cancelled", counts: { cancelled: 3, suppressed: 1 } });
  expect(await prepareBulk(system(), { bulk_id: id })).toEqual({ is_prepared: true });
  expect((await refusal(contracts.cancelBulk, { id }, owner())).code).toBe("conflict");
});

test("a bulk message that is cancelled before its time sends nothing", async () => {
  await addMembers(2);
  const soon = now().add({ hours: 1 }).round("second").toString({ fractionalSecondDigits: 3 });
  const later = await write({ scheduled_at: soon });
  expect(later).toMatchObject({ state: "scheduled", scheduled_at: soon });
  await call(contracts.cancelBulk, { id: later.id }, owner());
  await prepareAll(later.id);
  expect(await messagesOf(gym)).toEqual([]);
});

test("A3 staff of one location write to its members only, and see only bulk messages from there", async () => {
  const elsewhere = await newLocation(gym, "Elsewhere");
  await newMember(gym, { email: "here@example.com" });
  await newMember(gym, { email: "there@example.com", home_location_id: elsewhere });
  const everybody = await write();
  const admin = { token: (await newBoundStaff(gym, "admin", [elsewhere])).token };
  expect(await call(contracts.previewBulk, words, admin)).toMatchObject({ audience: 1, recipients: 1 });
  const { id } = await call(contracts.createBulk, { name: "There", ...words }, admin);
  await prepareAll(id);
  expect((await messagesOf(gym)).map(({ to_address }) => to_address)).toEqual(["there@example.com"]);
  expect((await call(contracts.listBulk, {}, admin)).data.map(({ name }) => name)).toEqual(["There"]);
  expect((await refusal(contracts.cancelBulk, { id: everybody.id }, admin)).status).toBe(404);
});

test.each([
  [{ filters: undefined }, "filters"],
  [{ segment_id: newId() }, "filters"],
  [{ subject: "" }, "subject"],
  [{ body: "Hello {{shoe_size}}" }, "body"],
  [{ content_sid: `HX${"0".repeat(32)}` }, "content_sid"],
  [{ category: "transactional" }, "category"],
  [{ scheduled_at: "2020-01-01T00:00:00Z" }, "scheduled_at"],
  [{ scheduled_at: "2199-01-01T00:00:00Z" }, "scheduled_at"],
])("%j is refused beside its field", async (change, field) => {
  const { status, errors } = await refusal(contracts.createBulk, { name: "Easter", ...words, ...change }, owner());
  expect([status, errors?.[0]?.field]).toEqual([422, field]);
});
