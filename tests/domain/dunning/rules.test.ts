import { expect, test } from "vitest";
import { getDunning, listDunning, pauseDunning, resumeDunning, tryDunning, updateDunning } from "@/lib/domain/dunning";
import { paymentReminders } from "@/lib/domain/messages/billing-mails";
import { fixedClock } from "@/lib/kernel/clock";
import type { Policies } from "@/lib/values/policies";
import {
  accept,
  caseIdOf,
  casesOf,
  charge,
  refuse,
  run,
  stepsOf,
  withPolicies,
} from "@/tests/support/gateways/dunning";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import { owe } from "@/tests/support/gym/debts";
import { setPolicies } from "@/tests/support/gym/front-desk";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { code, openOf } from "@/tests/support/gym/payments";
import { newMembership } from "@/tests/support/gym/visits";
import { asJob } from "@/tests/support/jobs/as-job";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { choose, resend, turn } from "@/tests/support/messages/delivery";
import { messagesOf } from "@/tests/support/messages/messages";
import { door } from "@/tests/support/policies/door";

/** A Thursday, 13:00 in Berlin. */
const noon = "2026-03-05T12:00:00Z";

async function refusedGym({
  invoices = 1,
  time_zone = "Europe/Berlin",
  at = noon,
  policies = {},
}: {
  invoices?: number;
  time_zone?: string;
  at?: string;
  policies?: Partial<Policies>;
} = {}) {
  const gym = withPolicies(await newGym({ time_zone }), policies);
  const [gateway, clock] = [await connectScripted(gym), new HandClock(at)];
  refuse(gateway, "insufficient_funds");
  const ids: string[] = [];
  for (let made = 0; made < invoices; made++) ids.push((await newInvoice(gym, { at: fixedClock(at) })).id);
  await charge(gym, ids, clock);
  const id = await caseIdOf(gym, ids[0] ?? "");
  return { gym, gateway, clock, ids, id };
}

const desk = (gym: Gym, clock: HandClock) => ({ ...gym.people.receptionist.caller, clock });

test("K5 a try by staff that fails leaves the schedule as it is, and says so", async () => {
  const { gym, clock, id } = await refusedGym();
  clock.advance({ hours: 2 });
  const tried = await tryDunning(desk(gym, clock), { id });
  expect([tried.is_paid, tried.sentence]).toEqual([
    false,
    "The bank said insufficient funds. The schedule did not change: next try Friday 02:00.",
  ]);
  expect(await casesOf(gym)).toEqual(["INV-00001 open, 1 tries, next 2026-03-06T01:00Z schedule"]);
  expect(await stepsOf(gym)).toEqual(["refused insufficient_funds", "refused insufficient_funds extra"]);
});

test("K5 a try by staff that collects ends the case", async () => {
  const { gym, gateway, clock, id } = await refusedGym();
  accept(gateway);
  clock.advance({ hours: 2 });
  expect(await tryDunning(desk(gym, clock), { id })).toMatchObject({ is_paid: true, case: { status: "ended" } });
  expect(await openOf(gym)).toEqual([]);
});

test("K5 a second click does not try the card again", async () => {
  const { gym, gateway, clock, id } = await refusedGym();
  clock.advance({ hours: 2 });
  await tryDunning(desk(gym, clock), { id });
  clock.advance({ minutes: 1 });
  expect(await code(tryDunning(desk(gym, clock), { id }))).toBe("conflict");
  expect(gateway.calls).toHaveLength(2);
});

test("K2 a try by staff during a run of the schedule charges once", async () => {
  const { gym, gateway, clock, id } = await refusedGym();
  accept(gateway);
  clock.set("2026-03-06T01:00:00Z");
  await Promise.all([run(gym, clock), code(tryDunning(desk(gym, clock), { id })), run(gym, clock)]);
  await run(gym, clock);
  expect(gateway.calls).toHaveLength(2);
  expect(gateway.charged_minor).toBe(5_900);
  expect(await casesOf(gym)).toEqual(["INV-00001 ended, 1 tries, paid"]);
});

test("K3 staff cannot try a card that the bank forbade, and the answer says why", async () => {
  const { gym, gateway, clock, ids } = await refusedGym({ policies: { dunning_stop_codes: ["insufficient_funds"] } });
  const id = await caseIdOf(gym, ids[0] ?? "");
  clock.advance({ hours: 2 });
  const [row] = (await listDunning(desk(gym, clock), {})).data;
  expect(row?.try_refusal).toBe(
    "The bank asked not to try this card again. Ask for another card, or send a link to pay.",
  );
  expect(row?.next.sentence).toBe(
    "This card is not tried again, because the bank said insufficient funds on Thursday. Ask for another one.",
  );
  expect(await code(tryDunning(desk(gym, clock), { id }))).toBe("conflict");
  expect(gateway.calls).toHaveLength(1);
});

test("K6 a pause holds the tries, and after it one try makes up for the days that went by", async () => {
  const { gym, gateway, clock, id } = await refusedGym();
  await pauseDunning(desk(gym, clock), { id, reason: "Brings a new card", until_on: "2026-03-12" });
  clock.set("2026-03-10T03:00:00Z");
  await run(gym, clock);
  expect(gateway.calls).toHaveLength(1);
  expect((await listDunning(desk(gym, clock), {})).data[0]?.next).toEqual({
    title: "Paused to Thursday",
    sentence: `Paused by ${gym.people.receptionist.caller.actor.type === "user" ? gym.people.receptionist.caller.actor.name : ""} until Thursday 00:00: Brings a new card.`,
  });
  clock.set("2026-03-11T23:00:00Z");
  await run(gym, clock);
  expect(await casesOf(gym)).toEqual(["INV-00001 open, 1 tries, next 2026-03-12T01:00Z schedule"]);
});

test("a pause without a day lasts until staff resume it", async () => {
  const { gym, clock, id } = await refusedGym();
  await pauseDunning(desk(gym, clock), { id, reason: "Talks to the bank" });
  clock.set("2026-04-20T01:00:00Z");
  await run(gym, clock);
  expect(await casesOf(gym)).toEqual(["INV-00001 paused, 1 tries"]);
  await resumeDunning(desk(gym, clock), { id });
  expect(await casesOf(gym)).toEqual(["INV-00001 open, 1 tries, next 2026-04-21T00:00Z schedule"]);
  expect(await code(resumeDunning(desk(gym, clock), { id }))).toBe("conflict");
});

test("K22 staff set the next try at a local time within the hours of tries", async () => {
  const { gym, gateway, clock, id } = await refusedGym();
  expect(await code(updateDunning(desk(gym, clock), { id, next_try_at: "2026-03-07T23:00:00" }))).toBe("invalid_input");
  const changed = await updateDunning(desk(gym, clock), { id, next_try_at: "2026-03-07T09:30:00" });
  expect(changed.next_try_at).toBe("2026-03-07T08:30:00.000Z");
  expect(changed.next.sentence).toBe(
    "Next try Saturday 09:30, as staff set it, because the bank said insufficient funds on Thursday.",
  );
  clock.set("2026-03-07T08:30:00Z");
  await run(gym, clock);
  expect(gateway.calls).toHaveLength(2);
  expect(await casesOf(gym)).toEqual(["INV-00001 open, 2 tries, next 2026-03-09T01:00Z schedule"]);
});

test("K3 the time line says in sentences what happened and what is next", async () => {
  const { gym, clock, id } = await refusedGym();
  clock.set("2026-03-06T01:00:00Z");
  await run(gym, clock);
  const { next, steps } = await getDunning(desk(gym, clock), { id });
  expect(next).toEqual({
    title: "Third try",
    sentence: "Next try Monday 02:00, because the bank said insufficient funds on Friday.",
  });
  expect(steps.map(({ sentence }) => sentence)).toEqual([
    "The bank said insufficient funds. Next try Friday 02:00.",
    "The bank said insufficient funds. Next try Monday 02:00.",
  ]);
});

test("B3 the tries keep 02:00 across a change of the clock in New York and in Berlin", async () => {
  const york = await refusedGym({ time_zone: "America/New_York", at: "2026-03-07T15:00:00Z" });
  expect(await casesOf(york.gym)).toEqual(["INV-00001 open, 1 tries, next 2026-03-08T07:00Z schedule"]);
  york.clock.set("2026-03-08T07:00:00Z");
  await run(york.gym, york.clock);
  expect(await casesOf(york.gym)).toEqual(["INV-00001 open, 2 tries, next 2026-03-11T06:00Z schedule"]);
  const berlin = await refusedGym({ at: "2026-10-24T10:00:00Z" });
  expect(await casesOf(berlin.gym)).toEqual(["INV-00001 open, 1 tries, next 2026-10-25T00:00Z schedule"]);
  berlin.clock.set("2026-10-25T00:00:00Z");
  await run(berlin.gym, berlin.clock);
  berlin.clock.set("2026-10-25T01:00:00Z");
  await run(berlin.gym, berlin.clock);
  expect(berlin.gateway.calls).toHaveLength(2);
  expect(await casesOf(berlin.gym)).toEqual(["INV-00001 open, 2 tries, next 2026-10-28T01:00Z schedule"]);
});

/** Two memberships of the gym's member; the bill of the first one was refused and is due on 5 March. */
async function refusedMember(policies: Partial<Policies> = {}) {
  const gym = await newGym();
  await setPolicies(gym, policies);
  const membership_id = await newMembership(gym, gym.member_id);
  const ids = await owe(gym, [{ member_id: gym.member_id, membership_id, due_on: "2026-03-05" }]);
  const [gateway, clock] = [await connectScripted(gym), new HandClock(noon)];
  refuse(gateway, "insufficient_funds");
  await charge(gym, ids, clock);
  return { gym, gateway, clock, ids, id: await caseIdOf(gym, ids[0] ?? "") };
}

test("K7 while a payment is tried again, entry is refused after the days of grace, and the board says from when", async () => {
  const { gym, clock, id } = await refusedMember();
  const { entry_refused_from, consequences } = await getDunning(desk(gym, clock), { id });
  expect([entry_refused_from, consequences]).toEqual(["2026-03-13", ["From Friday 13 March the door refuses entry."]]);
  const entry = (day: string) => door(gym, gym.member_id, { at: `${day}T12:00:00Z` });
  expect(await entry("2026-03-12")).not.toBe("overdue");
  expect(await entry("2026-03-13")).toBe("overdue");
  clock.set("2026-03-16T01:00:00Z");
  await run(gym, clock);
  clock.set("2026-03-17T01:00:00Z");
  await run(gym, clock);
  clock.set("2026-03-24T01:00:00Z");
  await run(gym, clock);
  const [row] = (await listDunning(desk(gym, clock), {})).data;
  expect([row?.group, row?.consequences]).toEqual(["door_closed", ["The door refuses entry since Friday 13 March."]]);
});

test("K7 a try that collects opens the door at once", async () => {
  const { gym, gateway, clock } = await refusedMember();
  expect(await door(gym, gym.member_id, { at: "2026-03-14T12:00:00Z" })).toBe("overdue");
  accept(gateway);
  clock.set("2026-03-16T01:00:00Z");
  await run(gym, clock);
  expect(await door(gym, gym.member_id, { at: "2026-03-16T12:00:00Z" })).not.toBe("overdue");
});

test("K8 a failed payment of one membership leaves another one open, unless the policy blocks the person", async () => {
  const one = await refusedMember();
  await newMembership(one.gym, one.gym.member_id);
  expect(await door(one.gym, one.gym.member_id, { at: "2026-03-14T12:00:00Z" })).not.toBe("overdue");
  const all = await refusedMember({ overdue_blocks: "person" });
  await newMembership(all.gym, all.gym.member_id);
  expect(await door(all.gym, all.gym.member_id, { at: "2026-03-14T12:00:00Z" })).toBe("overdue");
});

/** The payment reminders of the day. */
const runOf = async (gym: Gym, run_on: string): Promise<number> => {
  const location = { id: gym.location_id, name: "Main", time_zone: "Europe/Berlin" };
  return (await asJob(gym, `${run_on}T09:00:00Z`, (ctx) => paymentReminders.run(ctx, { location, run_on }))).acted;
};

test("K23 a payer with two failed invoices gets one message about both, at an hour at which the gym writes", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, { first_name: "Ana", email: "ana@example.com" });
  const [gateway, clock] = [await connectScripted(gym, { member_id }), new HandClock("2026-03-05T01:00:00Z")];
  refuse(gateway, "insufficient_funds");
  const at = fixedClock("2026-03-05T01:00:00Z");
  const ids = [(await newInvoice(gym, { member_id, at })).id, (await newInvoice(gym, { member_id, at })).id];
  await charge(gym, ids.slice(0, 1), clock);
  await charge(gym, ids.slice(1), clock);
  const [one, ...others] = await messagesOf(gym);
  expect(others).toEqual([]);
  expect(one).toMatchObject({ kind: "payment_failed", state: "queued", send_after: "2026-03-05T07:00:00.000Z" });
  await choose(gym, resend);
  await turn(gym, "2026-03-05T07:05:00Z");
  const [sent] = await messagesOf(gym);
  expect(sent?.body).toContain("INV-00001: €59.00 (the bank said: insufficient funds)");
  expect(sent?.body).toContain("INV-00002: €59.00 (the bank said: insufficient funds)");
  expect(sent?.body).toContain("We try again on 6 March at 02:00.");
  // The address of the link is in the mail alone.
  expect(sent?.body).toContain("{{pay_link}}");
  expect(await runOf(gym, "2026-03-05")).toBe(0);
});
