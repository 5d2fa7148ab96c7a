import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { paymentAttempts, savedMethods } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { voidInvoice, writeOffInvoice } from "@/lib/domain/billing/corrections";
import { followFailure } from "@/lib/domain/dunning";
import { chargeInvoices, sweepAttempts } from "@/lib/domain/gateways/attempts";
import type { Clock } from "@/lib/kernel/clock";
import {
  accept,
  casesOf,
  charge,
  dunningCaller,
  newCard,
  react,
  refuse,
  run,
  stepsOf,
  withPolicies,
} from "@/tests/support/gateways/dunning";
import { methodsOf } from "@/tests/support/gateways/saved-methods";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { many, openOf, owner, pay } from "@/tests/support/gym/payments";
import { HandClock } from "@/tests/support/jobs/hand-clock";

/** 09:00 in Berlin. */
const morning = "2026-11-30T08:00:00Z";

/** A gym whose member's card is refused, with so many invoices that were charged to it. */
async function refusedGym(code: Parameters<typeof refuse>[1] = "insufficient_funds", invoices = 1) {
  const gym = await newGym();
  const [gateway, clock] = [await connectScripted(gym), new HandClock(morning)];
  refuse(gateway, code);
  const ids: string[] = [];
  for (let made = 0; made < invoices; made++) ids.push((await newInvoice(gym)).id);
  await charge(gym, ids, clock);
  return { gym, gateway, clock, ids, id: ids[0] ?? "" };
}

/** The events of all failures come once more. */
async function sendAgain(gym: Gym, clock: Clock): Promise<void> {
  const { organization_id } = gym;
  const failed = await inTenant({ organization_id, user_id: null }, (db) =>
    db.select().from(paymentAttempts).where(eq(paymentAttempts.organization_id, organization_id)),
  );
  for (const { id: attempt_id, invoice_id, origin, decline_code } of failed)
    await followFailure(dunningCaller(gym, clock), {
      ...{ attempt_id, invoice_id, origin, decline_code: decline_code ?? "generic_decline" },
    });
}

test("K3 a refused payment is tried after 1, 4 and 11 days, and then no more", async () => {
  const { gym, gateway, clock } = await refusedGym();
  expect(await casesOf(gym)).toEqual(["INV-00001 open, 1 tries, next 2026-12-01T01:00Z schedule"]);
  clock.set("2026-12-01T00:59:00Z");
  expect((await run(gym, clock)).tried).toBe(0);
  clock.set("2026-12-01T01:00:00Z");
  expect((await run(gym, clock)).tried).toBe(1);
  expect(await casesOf(gym)).toEqual(["INV-00001 open, 2 tries, next 2026-12-04T01:00Z schedule"]);
  clock.set("2026-12-04T01:03:00Z");
  await run(gym, clock);
  expect(await casesOf(gym)).toEqual(["INV-00001 open, 3 tries, next 2026-12-11T01:00Z schedule"]);
  clock.set("2026-12-11T01:03:00Z");
  await run(gym, clock);
  expect(await casesOf(gym)).toEqual(["INV-00001 stopped, 4 tries, no_tries_left"]);
  clock.set("2027-01-11T01:03:00Z");
  expect((await run(gym, clock)).tried).toBe(0);
  expect(gateway.calls).toHaveLength(4);
});

test("K3 a hard decline stops the tries at once", async () => {
  const { gym, gateway, clock } = await refusedGym("lost_or_stolen");
  expect(await casesOf(gym)).toEqual(["INV-00001 stopped, 1 tries, declined_for_good"]);
  clock.set("2026-12-20T02:00:00Z");
  await run(gym, clock);
  // The next invoice is not charged to a card that never works again.
  await charge(gym, [(await newInvoice(gym)).id], clock);
  expect(gateway.calls).toHaveLength(1);
  expect(await methodsOf(gym)).toMatchObject([{ is_default: false, end_reason: "refused_for_good" }]);
});

test("K10 a debit that was begun by link and is returned days later has a case with its next try", async () => {
  const gym = await newGym();
  const [gateway, clock] = [await connectScripted(gym), new HandClock(morning)];
  gateway.outcome = () => ({ status: "processing", method_kind: "bank_debit" });
  const { id } = await newInvoice(gym);
  await charge(gym, [id], clock);
  const { organization_id } = gym;
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.update(paymentAttempts).set({ origin: "link" }).where(eq(paymentAttempts.organization_id, organization_id)),
  );
  const [payment] = [...gateway.payments.values()];
  const decline = { code: "debit_returned", vendor_code: "R01", message: "Returned" } as const;
  gateway.change(payment?.ref ?? "", { status: "failed", decline });
  clock.advance({ hours: 120 });
  await sweepAttempts(dunningCaller(gym, clock));
  await react(gym, clock);
  expect(await casesOf(gym)).toEqual(["INV-00001 open, 1 tries, next 2026-12-06T01:00Z schedule"]);
});

test("K11 a bill above the mandate is not tried, but has its case; a new mandate pays it", async () => {
  const gym = await newGym();
  const [gateway, clock] = [await connectScripted(gym), new HandClock(morning)];
  const { organization_id } = gym;
  await inTenant({ organization_id, user_id: null }, (db) =>
    db
      .update(savedMethods)
      .set({ mandate_max_minor: 5_000, mandate_currency: "EUR" })
      .where(eq(savedMethods.organization_id, organization_id)),
  );
  const { id } = await newInvoice(gym);
  await charge(gym, [id], clock);
  await charge(gym, [id], clock);
  expect(await casesOf(gym)).toEqual(["INV-00001 stopped, 0 tries, above_mandate"]);
  expect(await stepsOf(gym)).toEqual(["stopped"]);
  expect(gateway.calls).toEqual([]);
  await newCard(gym, clock, gateway);
  await react(gym, clock);
  await run(gym, clock);
  expect(await openOf(gym)).toEqual([]);
});

test("K3 which answers stop is a policy, and the same card is not tried for the payer's other invoice", async () => {
  const gym = withPolicies(await newGym(), { dunning_stop_codes: ["try_again_later"] });
  const [gateway, clock] = [await connectScripted(gym), new HandClock(morning)];
  const ids = [(await newInvoice(gym)).id, (await newInvoice(gym)).id];
  refuse(gateway, "lost_or_stolen");
  await charge(gym, ids.slice(0, 1), clock);
  expect(await casesOf(gym)).toEqual(["INV-00001 open, 1 tries, next 2026-12-01T01:00Z schedule"]);
  refuse(gateway, "try_again_later");
  await charge(gym, ids.slice(1), clock);
  expect(await casesOf(gym)).toEqual([
    "INV-00001 stopped, 1 tries, declined_for_good",
    "INV-00002 stopped, 1 tries, declined_for_good",
  ]);
});

test("the same failure counts once, however often its event comes", async () => {
  const { gym, clock } = await refusedGym();
  await sendAgain(gym, clock);
  expect(await stepsOf(gym)).toEqual(["refused insufficient_funds"]);
});

test("a failure whose event was lost is followed by the next run", async () => {
  const gym = await newGym();
  const [gateway, clock] = [await connectScripted(gym), new HandClock(morning)];
  refuse(gateway, "insufficient_funds");
  const { id } = await newInvoice(gym);
  await chargeInvoices(dunningCaller(gym, clock), { invoice_ids: [id], origin: "renewal" });
  expect(await casesOf(gym)).toEqual([]);
  await run(gym, clock);
  expect(await casesOf(gym)).toEqual(["INV-00001 open, 1 tries, next 2026-12-01T01:00Z schedule"]);
});

test("32 runs at once try each invoice once", async () => {
  const { gym, gateway, clock } = await refusedGym("insufficient_funds", 2);
  clock.set("2026-12-01T01:00:00Z");
  await Promise.all(many(32).map(() => run(gym, clock)));
  expect(gateway.calls).toHaveLength(4);
  expect(await casesOf(gym)).toEqual([
    "INV-00001 open, 2 tries, next 2026-12-04T01:00Z schedule",
    "INV-00002 open, 2 tries, next 2026-12-04T01:00Z schedule",
  ]);
});

test("K6 what was paid in cash, credited, voided or written off is not tried again", async () => {
  const { gym, gateway, clock, ids } = await refusedGym("insufficient_funds", 3);
  const [paid = "", gone = "", lost = ""] = ids;
  await pay(gym, 5_900, { method: "bank_transfer", invoices: [{ id: paid, amount_minor: 5_900 }] });
  await voidInvoice(owner(gym), { id: gone, reason: "Sold by mistake" });
  await writeOffInvoice(owner(gym), { id: lost, reason: "Moved away" });
  expect(await casesOf(gym)).toEqual([
    "INV-00001 ended, 1 tries, paid",
    "INV-00002 ended, 1 tries, void",
    "INV-00003 ended, 1 tries, written_off",
  ]);
  clock.set("2026-12-01T01:00:00Z");
  await run(gym, clock);
  expect(gateway.calls).toHaveLength(3);
});

test("K6 a try that collects ends the case", async () => {
  const { gym, gateway, clock } = await refusedGym();
  accept(gateway);
  clock.set("2026-12-01T01:00:00Z");
  await run(gym, clock);
  expect(await openOf(gym)).toEqual([]);
  expect(await casesOf(gym)).toEqual(["INV-00001 ended, 1 tries, paid"]);
});

test("K22 after downtime a late try waits for the hours of tries", async () => {
  const { gym, gateway, clock } = await refusedGym();
  clock.set("2026-12-01T22:30:00Z");
  await run(gym, clock);
  expect(gateway.calls).toHaveLength(1);
  expect(await casesOf(gym)).toEqual(["INV-00001 open, 1 tries, next 2026-12-02T01:00Z schedule"]);
});

test("while the gateway refuses the keys the try waits and does not count", async () => {
  const { gym, gateway, clock } = await refusedGym();
  gateway.faults = ["refuses_keys"];
  clock.set("2026-12-01T01:00:00Z");
  await run(gym, clock);
  clock.set("2026-12-01T01:05:00Z");
  await run(gym, clock);
  expect(await casesOf(gym)).toEqual(["INV-00001 open, 1 tries, next 2026-12-01T02:00Z gateway"]);
  expect(gateway.calls).toHaveLength(2);
});

test("a payer without a card is not tried, and staff are told", async () => {
  const { gym, clock } = await refusedGym();
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db
      .update(savedMethods)
      .set({ is_default: false, ended_at: morning, end_reason: "removed" })
      .where(eq(savedMethods.organization_id, gym.organization_id)),
  );
  clock.set("2026-12-01T01:00:00Z");
  await run(gym, clock);
  expect(await casesOf(gym)).toEqual(["INV-00001 stopped, 1 tries, no_method"]);
});

test("K4 a new card is tried with the oldest invoice first, then with the others one by one", async () => {
  const { gym, gateway, clock } = await refusedGym("lost_or_stolen", 3);
  accept(gateway);
  const before = gateway.calls.length;
  const tried: string[] = [];
  gateway.outcome = ({ key }) => {
    tried.push(key);
    return { status: "succeeded" };
  };
  await newCard(gym, clock, gateway);
  await react(gym, clock);
  expect(await casesOf(gym)).toEqual([
    "INV-00001 ended, 1 tries, paid",
    "INV-00002 ended, 1 tries, paid",
    "INV-00003 ended, 1 tries, paid",
  ]);
  expect(gateway.calls.length - before).toBe(3);
  expect(tried).toHaveLength(3);
  expect(await openOf(gym)).toEqual([]);
});

test("K4 a new card that is refused is not tried with the other invoices", async () => {
  const { gym, gateway, clock } = await refusedGym("insufficient_funds", 3);
  const before = gateway.calls.length;
  await newCard(gym, clock, gateway);
  await react(gym, clock);
  expect(gateway.calls.length - before).toBe(1);
  expect(await casesOf(gym)).toEqual([
    "INV-00001 open, 1 tries, next 2026-12-01T01:00Z schedule",
    "INV-00002 open, 1 tries, next 2026-12-01T01:00Z schedule",
    "INV-00003 open, 1 tries, next 2026-12-01T01:00Z schedule",
  ]);
});

test("K4 where the policy says so, a new card waits for the next try", async () => {
  const { gym: made, gateway, clock } = await refusedGym("lost_or_stolen", 2);
  const gym = withPolicies(made, { dunning_new_method: "next_try" });
  const before = gateway.calls.length;
  await newCard(gym, clock, gateway);
  await react(gym, clock);
  expect(gateway.calls).toHaveLength(before);
  expect(await casesOf(gym)).toEqual([
    "INV-00001 open, 1 tries, next 2026-12-01T01:00Z schedule",
    "INV-00002 open, 1 tries, next 2026-12-01T01:00Z schedule",
  ]);
});
