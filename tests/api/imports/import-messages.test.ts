import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { messages, outboxEvents } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/imports/imports";
import { membershipsImported } from "@/lib/domain/imports/events";
import { welcomeImported } from "@/lib/domain/messages/reminders";
import { systemCaller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import type { EventPayload } from "@/lib/kernel/events";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { checked, csv, done, settled, uploadCsv } from "@/tests/support/gym/imports";
import { newPlan } from "@/tests/support/gym/plans";
import { call } from "@/tests/support/http/api";
import { messagesOf } from "@/tests/support/messages/messages";

const owner = (gym: Gym) => ({ token: gym.people.gym_owner.token });

const file = csv(
  "First name,Last name,Email,Plan,Start date,Expiry date",
  "Ada,Ash,ada@example.com,Gold,2025-01-10,",
  "Bo,Birch,bo@example.com,Gold,2024-01-10,2024-12-31",
  "Cy,Cedar,cy@example.com,,,",
);

async function checkedImport(gym: Gym): Promise<string> {
  await newPlan(gym, { name: "Gold" });
  const { id } = await uploadCsv(gym, file);
  await checked(gym, id);
  return id;
}

/** As the reaction does it, for every event that the import left behind. */
async function welcome(gym: Gym): Promise<void> {
  const { organization, organization_id } = gym;
  const events = await inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select()
      .from(outboxEvents)
      .where(and(eq(outboxEvents.organization_id, organization_id), eq(outboxEvents.name, membershipsImported.name))),
  );
  const caller = systemCaller("Welcome", organization, fixedClock("2026-03-05T12:00:00Z"));
  for (const { payload } of events) await welcomeImported(caller, payload as EventPayload<typeof membershipsImported>);
}

const sentTo = async (gym: Gym) => (await messagesOf(gym)).map(({ kind, to_address }) => `${kind} ${to_address}`);

test("P10 an import sends no messages", async () => {
  const gym = await newGym();
  const job = await done(gym, await checkedImport(gym));
  expect([job.status, job.options.send_welcome]).toEqual(["done", false]);
  await welcome(gym);
  expect(await sentTo(gym)).toEqual([]);
});

test("P10 with the option on, an import welcomes each member with a current membership once", async () => {
  const gym = await newGym();
  const id = await checkedImport(gym);
  await call(contracts.runImport, { id, send_welcome: true }, owner(gym));
  expect((await settled(gym, id)).options.send_welcome).toBe(true);
  for (let time = 0; time < 2; time++) await welcome(gym);
  expect(await sentTo(gym)).toEqual(["welcome ada@example.com"]);
});

test("X9 undo keeps sent messages in the log, stops waiting ones, and leaves a message that a vendor may have accepted", async () => {
  const gym = await newGym();
  const id = await checkedImport(gym);
  await call(contracts.runImport, { id, send_welcome: true }, owner(gym));
  await settled(gym, id);
  await welcome(gym);
  const [waiting] = await messagesOf(gym);
  const { organization_id } = gym;
  const like = (event_key: string, fields: Partial<typeof messages.$inferInsert>) => ({
    ...(waiting as typeof messages.$inferInsert),
    id: undefined,
    event_key,
    ...fields,
  });
  const sent_at = "2026-03-05T12:00:00Z";
  await inTenant({ organization_id, user_id: null }, (db) =>
    db
      .insert(messages)
      .values([
        like("an earlier one", { state: "sent", sent_at, ended_at: sent_at }),
        like("to be repeated", { batch_id: newId() }),
      ]),
  );
  expect((await call(contracts.undoImport, { id }, owner(gym))).status).toBe("undone");
  const left = await messagesOf(gym);
  expect(left.map(({ member_id, to_name, state, reason }) => [member_id, to_name, state, reason])).toEqual([
    [null, "Ada Ash", "cancelled", "cancelled_by_staff"],
    [null, "Ada Ash", "sent", null],
    [null, "Ada Ash", "queued", null],
  ]);
});
