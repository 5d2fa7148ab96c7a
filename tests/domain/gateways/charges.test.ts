import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { memberships, paymentAttempts, paymentGateways, staffNotices } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { listPayments } from "@/lib/domain/billing/payments";
import { chargeInvoices, sweepAttempts } from "@/lib/domain/gateways/attempts";
import { systemCaller } from "@/lib/kernel/caller";
import type { Clock } from "@/lib/kernel/clock";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import { owe } from "@/tests/support/gym/debts";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { sellMembership } from "@/tests/support/gym/memberships";
import { code, many, openOf, owner, pay } from "@/tests/support/gym/payments";
import { HandClock } from "@/tests/support/jobs/hand-clock";

const morning = "2026-11-30T08:00:00Z";

const charge = (gym: Gym, invoice_ids: string[], clock: Clock) =>
  chargeInvoices(systemCaller("Charges", gym.organization, clock), { invoice_ids, origin: "renewal" });
const sweep = (gym: Gym, clock: Clock) => sweepAttempts(systemCaller("Charges", gym.organization, clock));

const attemptsOf = ({ organization_id }: Gym) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select()
      .from(paymentAttempts)
      .where(eq(paymentAttempts.organization_id, organization_id))
      .orderBy(paymentAttempts.attempt_number),
  );

const noticesOf = ({ organization_id }: Gym) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db
      .selectDistinct({ kind: staffNotices.kind })
      .from(staffNotices)
      .where(eq(staffNotices.organization_id, organization_id)),
  );

test("a saved card pays the invoice, and the money is with the gateway", async () => {
  const gym = await newGym();
  const gateway = await connectScripted(gym);
  const { id } = await newInvoice(gym);
  await charge(gym, [id], new HandClock(morning));
  expect(await openOf(gym)).toEqual([]);
  expect((await listPayments(owner(gym), {})).data).toMatchObject([{ method: "card", amount_minor: 5_900 }]);
  expect(await ledgerOf(gym)).toEqual({ gateway_clearing: 5_900, revenue: -5_900 });
  expect(await unbalancedOf(gym)).toEqual([]);
  expect(gateway.charged_minor).toBe(5_900);
});

test("K2 32 parallel charges of one invoice collect it once", async () => {
  const gym = await newGym();
  const gateway = await connectScripted(gym);
  const { id } = await newInvoice(gym);
  const charged = await Promise.all(many(32).map(() => charge(gym, [id], new HandClock(morning))));
  expect(charged.flatMap(({ settled }) => settled)).toHaveLength(1);
  expect(gateway.charged_minor).toBe(5_900);
  expect(await attemptsOf(gym)).toMatchObject([{ attempt_number: 1, status: "succeeded" }]);
  expect((await listPayments(owner(gym), {})).data).toHaveLength(1);
});

test("an answer that was lost after the charge is found by the sweep, and nothing is charged twice", async () => {
  const gym = await newGym();
  const [gateway, clock] = [await connectScripted(gym), new HandClock(morning)];
  gateway.faults = ["times_out_after"];
  const { id } = await newInvoice(gym);
  await charge(gym, [id], clock);
  expect(await attemptsOf(gym)).toMatchObject([{ status: "reserved", failure: "Scripted: no answer" }]);
  expect(await openOf(gym)).toEqual([5_900]);
  expect(await code(pay(gym, 5_900, { invoices: [{ id, amount_minor: 5_900 }] }))).toBe("conflict");
  await sweep(gym, clock);
  expect(gateway.calls).toEqual(["charge"]);
  clock.advance({ minutes: 3 });
  await Promise.all(many(8).map(() => sweep(gym, clock)));
  expect(await attemptsOf(gym)).toMatchObject([{ status: "succeeded" }]);
  expect(gateway.charged_minor).toBe(5_900);
  expect((await listPayments(owner(gym), {})).data).toHaveLength(1);
});

test("a call that never reached the gateway is repeated under the same key", async () => {
  const gym = await newGym();
  const [gateway, clock] = [await connectScripted(gym), new HandClock(morning)];
  gateway.faults = ["times_out_before"];
  const { id } = await newInvoice(gym);
  await charge(gym, [id], clock);
  clock.advance({ minutes: 3 });
  await sweep(gym, clock);
  expect(gateway.calls).toEqual(["charge", "find", "charge"]);
  expect([...gateway.payments.keys()]).toEqual([`invoice-${id}-1`]);
  expect(await openOf(gym)).toEqual([]);
});

test("a decline ends the attempt, and the next one has a key of its own", async () => {
  const gym = await newGym();
  const [gateway, clock] = [await connectScripted(gym), new HandClock(morning)];
  gateway.outcome = () => ({
    ...{ status: "failed", charge_ref: null },
    decline: {
      code: "insufficient_funds",
      vendor_code: "insufficient_funds",
      message: "Your card has insufficient funds.",
    },
  });
  const { id } = await newInvoice(gym);
  await charge(gym, [id], clock);
  expect(await attemptsOf(gym)).toMatchObject([{ status: "failed", decline_code: "insufficient_funds" }]);
  expect(await openOf(gym)).toEqual([5_900]);
  gateway.outcome = () => ({ status: "succeeded" });
  await charge(gym, [id], clock);
  expect([...gateway.payments.keys()]).toEqual([`invoice-${id}-1`, `invoice-${id}-2`]);
  expect(await openOf(gym)).toEqual([]);
});

test("K10 while a bank debit is on its way nothing is overdue; when it is returned, the invoice is", async () => {
  const gym = await newGym();
  const [gateway, clock] = [await connectScripted(gym), new HandClock(morning)];
  gateway.outcome = () => ({ status: "processing", method_kind: "bank_debit" });
  const membership_id = await sellMembership(gym, gym.member_id);
  const [id = ""] = await owe(gym, [{ member_id: gym.member_id, membership_id, due_on: "2026-11-01" }]);
  const unpaid = () =>
    inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
      db
        .select({ unpaid_due_on: memberships.unpaid_due_on })
        .from(memberships)
        .where(and(eq(memberships.organization_id, gym.organization_id), eq(memberships.id, membership_id))),
    );
  expect(await unpaid()).toEqual([{ unpaid_due_on: "2026-11-01" }]);
  await charge(gym, [id], clock);
  expect(await unpaid()).toEqual([{ unpaid_due_on: null }]);
  expect((await listPayments(owner(gym), {})).data).toEqual([]);
  const [ref = ""] = [...gateway.payments.values()].map((one) => one.ref);
  gateway.change(ref, {
    status: "failed",
    decline: { code: "debit_returned", vendor_code: "R01", message: "The bank returned the debit." },
  });
  clock.advance({ hours: 120 });
  await sweep(gym, clock);
  expect(await unpaid()).toEqual([{ unpaid_due_on: "2026-11-01" }]);
  expect(await attemptsOf(gym)).toMatchObject([{ status: "failed", decline_code: "debit_returned" }]);
});

test("keys that the gateway refuses stop the charges, and management is told once", async () => {
  const gym = await newGym();
  const [gateway, clock] = [await connectScripted(gym), new HandClock(morning)];
  gateway.faults = ["refuses_keys"];
  const ids = [(await newInvoice(gym)).id, (await newInvoice(gym)).id];
  await charge(gym, ids.slice(0, 1), clock);
  const { skipped } = await charge(gym, ids, clock);
  expect(skipped.map(({ reason }) => reason)).toEqual(["gateway_failing", "gateway_failing"]);
  expect(await noticesOf(gym)).toEqual([{ kind: "gateway_failing" }]);
  expect(await attemptsOf(gym)).toMatchObject([{ status: "canceled" }]);
});

test("a payment of another amount is never booked", async () => {
  const gym = await newGym();
  const [gateway, clock] = [await connectScripted(gym), new HandClock(morning)];
  gateway.outcome = () => ({ amount_minor: 1 });
  const { id } = await newInvoice(gym);
  const { settled } = await charge(gym, [id], clock);
  expect(settled).toMatchObject([{ verdict: "mismatch" }]);
  expect(await openOf(gym)).toEqual([5_900]);
  expect(await ledgerOf(gym)).toEqual({ receivable: 5_900, revenue: -5_900 });
});

test("K11 a debit is announced a day before it is charged", async () => {
  const gym = await newGym();
  const [gateway, clock] = [await connectScripted(gym), new HandClock(morning)];
  gateway.debit_notice_hours = 24;
  const { id } = await newInvoice(gym);
  await charge(gym, [id], clock);
  clock.advance({ hours: 24 });
  await sweep(gym, clock);
  expect(gateway.calls).toEqual(["announce"]);
  clock.advance({ hours: 2 });
  await sweep(gym, clock);
  expect(gateway.calls).toEqual(["announce", "charge"]);
  expect(await openOf(gym)).toEqual([]);
});

test("K21 a card that another gateway saved is never charged", async () => {
  const gym = await newGym();
  const before = await connectScripted(gym);
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db
      .update(paymentGateways)
      .set({ replaced_at: morning })
      .where(and(eq(paymentGateways.organization_id, gym.organization_id), eq(paymentGateways.id, before.gateway_id))),
  );
  const after = await connectScripted(gym, { saved: false });
  const { id } = await newInvoice(gym);
  const { skipped } = await charge(gym, [id], new HandClock(morning));
  expect(skipped).toEqual([{ invoice_id: id, reason: "no_method" }]);
  expect([before.calls, after.calls]).toEqual([[], []]);
});
