import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { outboxEvents, paymentAttempts, savedMethods, staffNotices } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { chargeInvoice, chargeInvoices, chargeWaiting, sweepAttempts } from "@/lib/domain/gateways/attempts";
import { listGateways, testGateway } from "@/lib/domain/gateways/connections";
import { systemCaller } from "@/lib/kernel/caller";
import type { SavedMethod } from "@/lib/providers/payments";
import { receive, report, reportOf } from "@/tests/support/gateways/receive";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { code, openOf, owner, pay } from "@/tests/support/gym/payments";
import { HandClock } from "@/tests/support/jobs/hand-clock";

const morning = "2026-11-30T08:00:00Z";
const owed = { receivable: 5_900, revenue: -5_900 };
const collected = { gateway_clearing: 5_900, revenue: -5_900 };

const rowsOf = <T>({ organization_id }: Gym, read: (db: Parameters<Parameters<typeof inTenant>[1]>[0]) => Promise<T>) =>
  inTenant({ organization_id, user_id: null }, read);

const attemptsOf = (gym: Gym) =>
  rowsOf(gym, (db) =>
    db.select().from(paymentAttempts).where(eq(paymentAttempts.organization_id, gym.organization_id)),
  );
const methodsOf = (gym: Gym) =>
  rowsOf(gym, (db) => db.select().from(savedMethods).where(eq(savedMethods.organization_id, gym.organization_id)));

/** A gym whose member has a saved card, and a renewal of 59.00. */
async function renewed() {
  const gym = await newGym();
  const [gateway, clock] = [await connectScripted(gym), new HandClock(morning)];
  // Methods are charged for invoices that were issued after them only.
  await rowsOf(gym, (db) => db.update(savedMethods).set({ created_at: "2026-01-01T00:00:00Z" }));
  const { id } = await newInvoice(gym, { origin: "renewal" });
  const job = systemCaller("Charges", gym.organization, clock);
  return {
    ...{ gym, gateway, clock, id },
    charge: () => chargeInvoices(job, { invoice_ids: [id], origin: "renewal" }),
    sweep: () => sweepAttempts(job),
    wait: () => chargeWaiting(job),
    byHand: () => code(pay(gym, 5_900, { invoices: [{ id, amount_minor: 5_900 }] })),
  };
}

describe("the gym's keys are wrong", () => {
  test("charges wait, the desk takes cash, and everything resumes after the keys are mended", async () => {
    const { gym, gateway, id, charge, wait } = await renewed();
    const second = await newInvoice(gym, { origin: "renewal" });
    gateway.faults = ["refuses_keys"];
    gateway.hasWrongKeys = true;
    await charge();
    const [shown] = (await listGateways(owner(gym), {})).data;
    expect(shown).toMatchObject({ failing_since: expect.any(String), failure: "Scripted: no such key" });
    const notices = await rowsOf(gym, (db) => db.select().from(staffNotices));
    expect(new Set(notices.map(({ title }) => title))).toEqual(
      new Set(["Payments wait: the gateway refuses your account"]),
    );
    expect(await code(chargeInvoice(owner(gym), { id }))).toBe("conflict");
    expect(await wait()).toEqual({ found: 0 });
    expect(await openOf(gym)).toEqual([5_900, 5_900]);
    expect(gateway.charged_minor).toBe(0);
    // The desk is not stopped: nothing of the invoice is under way.
    await pay(gym, 5_900, { invoices: [{ id: second.id, amount_minor: 5_900 }] });
    const still = await testGateway(owner(gym), { id: gateway.gateway_id });
    expect(still).toMatchObject({ outcome: "misconfigured", gateway: { failing_since: expect.any(String) } });

    gateway.hasWrongKeys = false;
    const mended = await testGateway(owner(gym), { id: gateway.gateway_id });
    expect(mended).toMatchObject({ outcome: "answered", gateway: { failing_since: null, failure: null } });
    expect(await wait()).toEqual({ found: 1 });
    expect(await openOf(gym)).toEqual([]);
    expect(gateway.charged_minor).toBe(5_900);
    expect(await ledgerOf(gym)).toEqual({ gateway_clearing: 5_900, card_terminal: 5_900, revenue: -11_800 });
    expect(await unbalancedOf(gym)).toEqual([]);
  });
});

describe("the vendor is busy (409, 429, 500)", () => {
  test("the charge stays under way, waits longer each time, and is made once", async () => {
    const { gym, gateway, clock, charge, sweep, byHand } = await renewed();
    gateway.faults = ["later"];
    await charge();
    expect(await attemptsOf(gym)).toMatchObject([{ status: "reserved", failure: "Scripted: busy", checks: 1 }]);
    expect(await openOf(gym)).toEqual([5_900]);
    expect(await byHand()).toBe("conflict");
    expect(await ledgerOf(gym)).toEqual(owed);
    gateway.faults = ["later", "later"];
    for (const minutes of [2, 3, 5]) {
      clock.advance({ minutes });
      await sweep();
      await sweep();
    }
    expect(gateway.calls.filter((call) => call === "charge")).toHaveLength(4);
    expect([...gateway.payments.keys()]).toHaveLength(1);
    expect(await openOf(gym)).toEqual([]);
    expect(await ledgerOf(gym)).toEqual(collected);
  });
});

describe("the webhook", () => {
  test("never comes: the sweep asks, and the money is booked", async () => {
    const { gym, gateway, clock, charge, sweep, byHand } = await renewed();
    gateway.outcome = () => ({ status: "processing", method_kind: "bank_debit" });
    await charge();
    const [payment] = [...gateway.payments.values()];
    gateway.change(payment?.ref ?? "", { status: "succeeded" });
    clock.advance({ hours: 1 });
    await sweep();
    expect([await openOf(gym), await byHand()]).toEqual([[5_900], "conflict"]);
    clock.advance({ hours: 6 });
    await sweep();
    expect(await openOf(gym)).toEqual([]);
    expect(await ledgerOf(gym)).toEqual(collected);
  });

  test("K1 comes a hundred times, also after the sweep: it is booked once", async () => {
    const { gym, gateway, clock, charge } = await renewed();
    gateway.outcome = () => ({ status: "processing", method_kind: "bank_debit" });
    await charge();
    const [payment] = [...gateway.payments.values()];
    gateway.change(payment?.ref ?? "", { status: "succeeded" });
    const same = reportOf(payment?.ref ?? "");
    for (let time = 0; time < 100; time++) await receive(gym, same, clock);
    await report(gym, gateway.gateway_id, reportOf(payment?.ref ?? ""), clock);
    expect(await openOf(gym)).toEqual([]);
    expect(await ledgerOf(gym)).toEqual(collected);
    expect(await attemptsOf(gym)).toMatchObject([{ status: "succeeded" }]);
  });
});

const card: SavedMethod = {
  ...{ method_ref: "pm_1", customer_ref: "cus_1", kind: "card", brand: "Visa", last4: "4242" },
  ...{ expires_in: "2030-12", fingerprint: null, mandate_max: null, is_usable: true },
};

describe("the payer ends the method outside of the product", () => {
  const ended = reportOf("pm_1", { type: "method.changed", subject: "method" });

  test("a card that was removed at the vendor is not charged again; the desk sends a link", async () => {
    const { gym, gateway, clock, id, charge } = await renewed();
    await report(gym, gateway.gateway_id, { ...ended, event_id: "evt_removed" }, clock);
    expect(await methodsOf(gym)).toMatchObject([{ end_reason: "removed_at_gateway", is_default: false }]);
    expect((await charge()).skipped).toEqual([{ invoice_id: id, reason: "no_method" }]);
    await expect(chargeInvoice(owner(gym), { id })).rejects.toMatchObject({
      message: "The payer has no saved method at this gateway. Send a link to pay instead.",
    });
    expect(gateway.calls).toEqual([]);
    expect(await ledgerOf(gym)).toEqual(owed);
    const told = await rowsOf(gym, (db) => db.select({ name: outboxEvents.name }).from(outboxEvents));
    expect(told.filter(({ name }) => name === "gateways/method.ended")).toHaveLength(1);
  });

  test("K12 a mandate that was revoked in the bank's app is inactive, and no attempt follows", async () => {
    const { gym, gateway, clock, id, charge } = await renewed();
    await rowsOf(gym, (db) => db.update(savedMethods).set({ mandate_max_minor: 10_000, mandate_currency: "EUR" }));
    gateway.methods.set("pm_1", { ...card, kind: "upi", is_usable: false });
    await report(gym, gateway.gateway_id, { ...ended, event_id: "evt_revoked" }, clock);
    expect(await methodsOf(gym)).toMatchObject([{ end_reason: "mandate_revoked", is_default: false }]);
    expect((await charge()).skipped).toEqual([{ invoice_id: id, reason: "no_method" }]);
    expect(await attemptsOf(gym)).toEqual([]);
    expect(await openOf(gym)).toEqual([5_900]);
  });

  test("K20 a card that the bank renewed keeps its row, and is charged", async () => {
    const { gym, gateway, clock, charge } = await renewed();
    gateway.methods.set("pm_1", { ...card, last4: "9999", expires_in: "2034-01" });
    await report(gym, gateway.gateway_id, { ...ended, event_id: "evt_renewed" }, clock);
    expect(await methodsOf(gym)).toMatchObject([{ last4: "9999", expires_in: "2034-01", is_default: true }]);
    await charge();
    expect(await ledgerOf(gym)).toEqual(collected);
  });
});
