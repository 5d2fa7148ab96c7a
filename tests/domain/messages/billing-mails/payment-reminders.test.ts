import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { members } from "@/db/schema";
import { voidInvoice, writeOffInvoice } from "@/lib/domain/billing/corrections";
import { grantCredit } from "@/lib/domain/billing/credits";
import { recordPayment } from "@/lib/domain/billing/payments";
import { paymentReminders } from "@/lib/domain/messages/billing-mails";
import { dueDays } from "@/lib/domain/messages/billing-mails/payment-reminders";
import { fixedClock } from "@/lib/kernel/clock";
import { addDays } from "@/lib/values/calendar-day";
import { defaultPolicies } from "@/lib/values/default-policies";
import { newPayingCompany } from "@/tests/support/gym/companies";
import { inside } from "@/tests/support/gym/front-desk";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { draftOf, issueAll } from "@/tests/support/gym/invoices";
import { asJob } from "@/tests/support/jobs/as-job";
import { turn } from "@/tests/support/messages/delivery";
import { messagesOf } from "@/tests/support/messages/messages";

const ana = { first_name: "Ana", email: "ana@example.com" };
/** Invoices of the test's gym are due on the day on which they are issued. */
const due = "2026-03-05";
const clockOn = (day: string, time = "09:00") => fixedClock(`${day}T${time}:00Z`);
const ownerOn = (gym: Gym, day: string) => ({ ...gym.people.gym_owner.caller, clock: clockOn(day) });

const runOn = (gym: Gym, run_on: string, today = run_on) =>
  asJob(gym, clockOn(today), (ctx) =>
    paymentReminders.run(ctx, { location: { id: gym.location_id, name: "Main", time_zone: "UTC" }, run_on }),
  );

async function owing(gym: Gym, on = due, fields: Parameters<typeof draftOf>[1] = {}, payer = {}) {
  const [one] = await issueAll(gym, [{ ...draftOf(gym, fields), ...payer } as never], clockOn(on));
  if (!one) throw new Error("An invoice was not issued");
  return one;
}

async function gymWithDebtor() {
  const gym = await newGym({ time_zone: "UTC" });
  return { gym, member_id: await newMember(gym, ana) };
}

test("K23 a payer with two due invoices gets one reminder that lists both", async () => {
  const { gym, member_id } = await gymWithDebtor();
  const [first, second] = [await owing(gym, "2026-03-02", { member_id }), await owing(gym, due, { member_id })];
  expect(await runOn(gym, due)).toEqual({ found: 1, acted: 1 });
  expect(await runOn(gym, due)).toEqual({ found: 1, acted: 0 });
  const [one, ...others] = await messagesOf(gym);
  expect(others).toEqual([]);
  expect(one?.body).toContain(`${first.number}: `);
  expect(one?.body).toContain(`${second.number}: `);
  expect(one?.body).toContain("was due on 2 March");
  expect(one?.variables.amount).toMatch(/118/);
});

test("a payer is reminded on the due day and 3, 7 and 14 days after it, and on no other day", async () => {
  const { gym, member_id } = await gymWithDebtor();
  await owing(gym, due, { member_id });
  const days: number[] = [];
  for (let after = 0; after <= 20; after++) if ((await runOn(gym, addDays(due, after))).acted > 0) days.push(after);
  expect(days).toEqual([0, 3, 7, 14]);
});

test("a reminder comes before the due day, too, and says until when", () => {
  expect(dueDays(defaultPolicies, "2026-03-02", "2026-03-02")).toContain(due);
  expect(dueDays({ ...defaultPolicies, payment_reminder_days_before: 0 }, "2026-03-02", "2026-03-02")).not.toContain(
    due,
  );
});

test("P13 days that were missed are made up for by one reminder", async () => {
  const { gym, member_id } = await gymWithDebtor();
  await owing(gym, due, { member_id });
  await owing(gym, "2026-03-06", { member_id });
  await owing(gym, "2026-03-12", { member_id });
  const today = "2026-03-13";
  for (let after = 0; after <= 8; after++) await runOn(gym, addDays(due, after), today);
  expect(await messagesOf(gym)).toHaveLength(1);
});

test("P13 nothing is sent to a payer who paid before the message left, and less is asked for after a part", async () => {
  const { gym, member_id } = await gymWithDebtor();
  const other = await newMember(gym, { first_name: "Ben", email: "ben@example.com" });
  await owing(gym, due, { member_id });
  await owing(gym, due, { member_id: other });
  await runOn(gym, due);
  const pay = (payer: string, amount_minor: number) =>
    recordPayment(ownerOn(gym, due), { member_id: payer, method: "card_terminal", amount_minor });
  await pay(member_id, 5_900);
  await pay(other, 2_000);
  await turn(gym, `${due}T09:05:00Z`);
  const [paid, part] = (await messagesOf(gym)).toSorted((a, b) => a.to_name.localeCompare(b.to_name));
  expect([paid?.state, paid?.reason]).toEqual(["suppressed", "no_longer_true"]);
  expect([part?.state, part?.variables.amount]).toEqual(["sent", expect.stringMatching(/39/)]);
});

test("nothing is asked for that is void, written off, or covered by account credit", async () => {
  const { gym, member_id } = await gymWithDebtor();
  const [ben, cleo] = [
    await newMember(gym, { email: "ben@example.com" }),
    await newMember(gym, { email: "c@example.com" }),
  ];
  const gone = await owing(gym, due, { member_id });
  const lost = await owing(gym, due, { member_id: ben });
  await owing(gym, due, { member_id: cleo });
  await voidInvoice(ownerOn(gym, due), { id: gone.id, reason: "Entered twice" });
  await writeOffInvoice(ownerOn(gym, due), { id: lost.id, reason: "Moved away" });
  await grantCredit(ownerOn(gym, due), { id: cleo, amount_minor: 5_900, reason: "Goodwill" });
  expect(await runOn(gym, due)).toEqual({ found: 0, acted: 0 });
});

test("J2 a company that pays for two members gets one reminder at its address", async () => {
  const gym = await newGym({ time_zone: "UTC" });
  const company_id = await newPayingCompany(gym);
  const payer = { payer_member_id: null, payer_company_id: company_id };
  await owing(gym, due, {}, payer);
  await owing(gym, due, {}, payer);
  await runOn(gym, due);
  expect((await messagesOf(gym)).map(({ to_address, state }) => [to_address, state])).toEqual([
    ["bills@acme.example", "queued"],
  ]);
});

test("K22 a reminder waits for the hours at which the gym writes", async () => {
  const { gym, member_id } = await gymWithDebtor();
  await owing(gym, due, { member_id });
  await asJob(gym, clockOn(due, "03:00"), (ctx) =>
    paymentReminders.run(ctx, { location: { id: gym.location_id, name: "Main", time_zone: "UTC" }, run_on: due }),
  );
  expect((await messagesOf(gym))[0]?.send_after).toBe(`${due}T08:00:00.000Z`);
});

/** Members like the gym's own, in one statement. */
async function copiesOf(gym: Gym, count: number): Promise<string[]> {
  return inside(gym, async (db) => {
    const [row] = await db.select().from(members).where(eq(members.id, gym.member_id));
    if (!row) throw new Error("The gym has a member");
    const copies = Array.from({ length: count }, (_, index) => ({
      ...{ ...row, id: newId(), user_id: null, member_code: `COPY-${index}`, email: `m${index}@example.com` },
    }));
    await db.insert(members).values(copies);
    return copies.map(({ id }) => id);
  });
}

test("more payers than one batch are worked on in batches, each of them reminded once", async () => {
  const gym = await newGym({ time_zone: "UTC" });
  const payers = await copiesOf(gym, 520);
  await issueAll(
    gym,
    payers.map((member_id) => draftOf(gym, { member_id })),
    clockOn(due),
  );
  expect(await runOn(gym, due)).toEqual({ found: 520, acted: 520 });
});
