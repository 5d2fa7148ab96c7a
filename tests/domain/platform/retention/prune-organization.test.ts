import { expect, test } from "vitest";
import { idempotencyKeys, messageReports, outboxEvents, scheduleRuns, staffNotices } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { pruneOrganization } from "@/lib/domain/platform/retention";
import { fixedClock } from "@/lib/kernel/clock";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newNotice } from "@/tests/support/messages/notices";

const now = "2026-03-05T12:00:00Z";

/** One of each that has had its time, and one that has not. */
async function fill({ organization_id, location_id, people }: Gym) {
  const actor_id = people.gym_owner.user_id;
  const key = (name: string, created_at: string) => ({
    organization_id,
    actor_id,
    key: name,
    operation: "members.create",
    request_hash: "",
    created_at,
  });
  const event = (sent_at: string | null) => ({
    organization_id,
    name: "members/member.created",
    payload: {},
    created_at: "2026-01-01T00:00:00Z",
    sent_at,
  });
  const run = (run_on: string) => ({
    organization_id,
    location_id,
    schedule: "birthday" as const,
    run_on,
    state: "done" as const,
    started_at: `${run_on}T08:00:00Z`,
    finished_at: `${run_on}T08:00:00Z`,
  });
  const report = (received_at: string) => ({ organization_id, vendor: "resend", event_id: received_at, received_at });
  await inTenant({ organization_id, user_id: null }, async (db) => {
    await db.insert(idempotencyKeys).values([key("old", "2026-03-04T11:00:00Z"), key("new", "2026-03-04T13:00:00Z")]);
    await db.insert(outboxEvents).values([event("2026-02-20T00:00:00Z"), event("2026-03-01T00:00:00Z"), event(null)]);
    await db.insert(messageReports).values([report("2025-01-20T00:00:00Z"), report("2025-03-05T00:00:00Z")]);
    await db.insert(scheduleRuns).values([run("2025-01-20"), run("2025-03-05")]);
  });
  await newNotice({ organization_id }, people.admin, { created_at: "2025-09-01T00:00:00Z" });
  await newNotice({ organization_id }, people.admin, { created_at: "2025-10-01T00:00:00Z" });
}

const counted = [outboxEvents, scheduleRuns, staffNotices, messageReports];
type Counted = (typeof counted)[number];

test("what has had its time goes, what still waits or counts stays, and no other gym is touched", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  await Promise.all([fill(gym), fill(other)]);
  expect(await pruneOrganization(gym.organization_id, fixedClock(now))).toEqual({
    idempotency_keys: 1,
    outbox_events: 1,
    schedule_runs: 1,
    staff_notices: 1,
    message_reports: 1,
    gateway_events: 0,
    payment_link_tokens: 0,
    sandbox_events: 0,
    sandbox_objects: 0,
  });
  const left = (table: Counted, { organization_id }: Gym) =>
    inTenant({ organization_id, user_id: null }, (db) => db.$count(table));
  for (const [one, counts] of [
    [gym, [2, 1, 1, 1]],
    [other, [3, 2, 2, 2]],
  ] as const) {
    expect(await Promise.all(counted.map((table) => left(table, one)))).toEqual(counts);
  }
});
