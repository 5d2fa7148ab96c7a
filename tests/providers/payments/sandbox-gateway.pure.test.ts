import { describe, expect, test } from "vitest";
import { actOn, payOut } from "@/lib/providers/payments/sandbox";
import { sandboxAccountModes } from "@/lib/values/sandbox/behaviour";
import { type MemorySandbox, memorySandbox } from "@/tests/support/gateways/memory-sandbox";
import { aCheckout, answered, lookup } from "@/tests/support/gateways/sandbox";

async function paid(sandbox: MemorySandbox, token = "tm_visa", request: Partial<ReturnType<typeof aCheckout>> = {}) {
  const { ref } = await answered(sandbox.gateway.startCheckout({ ...aCheckout(), ...request }));
  await sandbox.confirm(ref, token);
  return stateOf(sandbox, ref);
}

async function stateOf({ gateway }: MemorySandbox, ref: string) {
  const state = await answered(gateway.findPayment(lookup(ref)));
  if (!state) throw new Error("The payment must exist");
  return state;
}

const refundOf = (charge_ref: string | null, amount_minor: number, key: string = crypto.randomUUID()) => ({
  ...{ key, refund_id: crypto.randomUUID(), charge_ref: charge_ref ?? "", amount_minor, currency: "EUR", reason: "" },
});

describe("keys", () => {
  test("K2 the same key and body get the first answer, and another body is refused", async () => {
    const sandbox = memorySandbox();
    const { customer_ref, setup } = await sandbox.save("tm_visa");
    const { return_url: _, mandate: __, ...payment } = aCheckout("one");
    const request = { ...payment, customer_ref, method_ref: setup?.method?.method_ref ?? "" };
    const first = await sandbox.gateway.charge(request);
    expect(await sandbox.gateway.charge({ ...request })).toEqual(first);
    expect(sandbox.types().filter((type) => type === "payment.succeeded").length).toBe(1);
    expect(await sandbox.gateway.charge({ ...request, amount_minor: 1 })).toEqual({
      outcome: "refused",
      message: "This key was used for another call.",
    });
  });

  test("K2 thirty-two charges at once with one key take the money once", async () => {
    const sandbox = memorySandbox();
    const { customer_ref, setup } = await sandbox.save("tm_visa");
    const { return_url: _, mandate: __, ...payment } = aCheckout("one");
    const request = { ...payment, customer_ref, method_ref: setup?.method?.method_ref ?? "" };
    const all = await Promise.all(Array.from({ length: 32 }, () => answered(sandbox.gateway.charge(request))));
    expect(new Set(all.map(({ charge_ref }) => charge_ref)).size).toBe(1);
    expect(sandbox.types().filter((type) => type === "payment.succeeded").length).toBe(1);
  });
});

describe("bad days", () => {
  const outcomes = {
    works: "answered",
    refuses_keys: "misconfigured",
    times_out: "unknown",
    server_errors: "unknown",
    rate_limited: "later",
    conflicts: "later",
  };

  test.each(sandboxAccountModes)("an account that %s answers so", async (mode) => {
    const sandbox = memorySandbox();
    await sandbox.behave({ mode });
    const request = aCheckout();
    expect((await sandbox.gateway.startCheckout(request)).outcome).toBe(outcomes[mode]);
    await sandbox.behave({ mode: "works" });
    const found = await answered(sandbox.gateway.findPayment(lookup(null, request.attempt_id)));
    expect(found !== null).toBe(mode === "works" || mode === "times_out");
  });

  test("a charge whose answer was lost is found by the attempt, and a repetition gets it", async () => {
    const sandbox = memorySandbox();
    const { customer_ref, setup } = await sandbox.save("tm_visa");
    const { return_url: _, mandate: __, ...payment } = aCheckout("lost");
    const request = { ...payment, customer_ref, method_ref: setup?.method?.method_ref ?? "" };
    await sandbox.behave({ mode: "times_out" });
    expect(await sandbox.gateway.charge(request)).toEqual({
      outcome: "unknown",
      message: "The sandbox did not answer in time.",
    });
    const found = await answered(sandbox.gateway.findPayment(lookup(null, request.attempt_id)));
    expect(found?.status).toBe("succeeded");
    await sandbox.behave({ mode: "works" });
    expect((await answered(sandbox.gateway.charge(request))).charge_ref).toBe(found?.charge_ref);
  });
});

describe("the clock", () => {
  test("K10 a debit settles after its days, and one without money comes back", async () => {
    const sandbox = memorySandbox();
    const good = await paid(sandbox, "tm_debit");
    const bad = await paid(sandbox, "tm_debit_no_funds");
    sandbox.clock.advance({ hours: 24 * 2 - 1 });
    expect([(await stateOf(sandbox, good.ref)).status, (await stateOf(sandbox, bad.ref)).status]).toEqual([
      "processing",
      "processing",
    ]);
    sandbox.clock.advance({ hours: 2 });
    const returned = await stateOf(sandbox, bad.ref);
    expect([returned.status, returned.decline?.code]).toEqual(["failed", "insufficient_funds"]);
    sandbox.clock.advance({ hours: 24 });
    expect((await stateOf(sandbox, good.ref)).status).toBe("succeeded");
    expect(sandbox.types()).toContain("payment.failed");
  });

  test("an amount that nobody captures is released after a week", async () => {
    const sandbox = memorySandbox();
    const captured = await paid(sandbox, "tm_authorized");
    const forgotten = await paid(sandbox, "tm_authorized");
    const state = await answered(sandbox.gateway.capture(captured));
    expect([captured.status, state.status]).toEqual(["authorized", "succeeded"]);
    expect((await sandbox.gateway.capture({ ...forgotten, amount_minor: 1 })).outcome).toBe("refused");
    sandbox.clock.advance({ hours: 24 * 7 });
    expect((await stateOf(sandbox, forgotten.ref)).status).toBe("canceled");
    expect((await stateOf(sandbox, captured.ref)).status).toBe("succeeded");
  });

  test("a payout holds what is older than a day, less the fees, and arrives two days later", async () => {
    const sandbox = memorySandbox();
    const payment = await paid(sandbox);
    sandbox.clock.set("2026-03-03T00:00:00Z");
    expect(await answered(sandbox.gateway.listPayouts("2026-03-01"))).toEqual([]);
    sandbox.clock.set("2026-03-04T00:00:00Z");
    const [payout] = await answered(sandbox.gateway.listPayouts("2026-03-01"));
    expect(payout).toMatchObject({ status: "pending", amount_minor: 8900 - 288, arrives_on: "2026-03-06" });
    expect(await answered(sandbox.gateway.listBalanceItems(payout?.ref ?? ""))).toMatchObject([
      { kind: "payment", source_ref: payment.charge_ref, amount_minor: 8900, fee_minor: 288, currency: "EUR" },
    ]);
    sandbox.clock.advance({ hours: 48 });
    expect((await answered(sandbox.gateway.listPayouts("2026-03-01")))[0]?.status).toBe("paid");
  });

  test("a payout that the bank sends back is carried by the next one", async () => {
    const sandbox = memorySandbox();
    await paid(sandbox);
    const [first] = await sandbox.act((vendor) => payOut(vendor, { is_early: true }));
    await sandbox.act((vendor) => (first ? actOn(vendor, first, "fail") : Promise.reject(new Error("no payout"))));
    const [second] = await sandbox.act((vendor) => payOut(vendor, { is_early: true }));
    expect(second?.data.amount_minor).toBe(first?.data.amount_minor);
    expect((await answered(sandbox.gateway.listBalanceItems(second?.ref ?? ""))).map(({ kind }) => kind)).toEqual([
      "adjustment",
    ]);
  });
});

describe("refunds", () => {
  test("K16 never exceed the payment, and a failed one leaves its amount refundable", async () => {
    const sandbox = memorySandbox();
    const { charge_ref } = await paid(sandbox, "tm_refund_fails");
    const first = await answered(sandbox.gateway.refund(refundOf(charge_ref, 8000)));
    expect(first.status).toBe("pending");
    expect((await sandbox.gateway.refund(refundOf(charge_ref, 901))).outcome).toBe("refused");
    sandbox.clock.advance({ hours: 24 });
    const lookup = { ref: first.ref, charge_ref: charge_ref ?? "", refund_id: "" };
    expect(await answered(sandbox.gateway.findRefund(lookup))).toMatchObject({ status: "failed" });
    expect((await sandbox.gateway.refund(refundOf(charge_ref, 8900))).outcome).toBe("answered");
  });

  test("K16 are immediate for most cards and take days for others, and are found by our id", async () => {
    const sandbox = memorySandbox();
    const fast = await paid(sandbox);
    const slow = await paid(sandbox, "tm_refund_delayed");
    expect((await answered(sandbox.gateway.refund(refundOf(fast.charge_ref, 100)))).status).toBe("succeeded");
    const request = refundOf(slow.charge_ref, 100);
    await answered(sandbox.gateway.refund(request));
    const lookup = { ref: null, charge_ref: request.charge_ref, refund_id: request.refund_id };
    expect((await answered(sandbox.gateway.findRefund(lookup)))?.status).toBe("pending");
    sandbox.clock.advance({ hours: 24 * 5 });
    expect((await answered(sandbox.gateway.findRefund(lookup)))?.status).toBe("succeeded");
  });
});

describe("disputes", () => {
  const evidence = {
    ...{ customer_name: "Mina", customer_email: null, product_description: "Membership", service_on: "2026-03-02" },
    ...{ summary: "Visits", pack: { file_name: "pack.pdf", pdf: Buffer.from("%PDF") } },
  };

  const disputeRef = ({ store }: MemorySandbox) =>
    store.events.find(({ type }) => type === "dispute.created")?.ref ?? "";

  test("K17 take money and a fee, and evidence in time wins the money back", async () => {
    const sandbox = memorySandbox();
    const { charge_ref } = await paid(sandbox, "tm_disputed");
    await stateOf(sandbox, charge_ref?.replace("sch_", "spay_") ?? "");
    const ref = disputeRef(sandbox);
    expect(await answered(sandbox.gateway.findDispute(ref))).toMatchObject({
      ...{ status: "needs_response", amount_minor: 8900, fee_minor: 1500, charge_ref, reason: "fraudulent" },
      evidence_due_at: "2026-03-09T09:00:00Z",
    });
    expect((await sandbox.gateway.refund(refundOf(charge_ref, 100))).outcome).toBe("refused");
    const sent = await answered(sandbox.gateway.submitEvidence(ref, evidence, "evidence"));
    expect(sent.status).toBe("under_review");
    expect(await answered(sandbox.gateway.submitEvidence(ref, evidence, "evidence"))).toEqual(sent);
    sandbox.clock.advance({ hours: 24 * 5 });
    expect((await answered(sandbox.gateway.findDispute(ref)))?.status).toBe("won");
  });

  test("K17 without an answer are lost, and an inquiry ends by itself", async () => {
    const sandbox = memorySandbox();
    const lost = await paid(sandbox, "tm_disputed");
    const asked = await paid(sandbox, "tm_inquiry");
    await stateOf(sandbox, asked.ref);
    sandbox.clock.advance({ hours: 24 * 7 });
    const created = sandbox.store.events.filter(({ type }) => type === "dispute.created");
    const states = await Promise.all(created.map(({ ref }) => answered(sandbox.gateway.findDispute(ref))));
    expect(states.map((state) => [state?.charge_ref, state?.status])).toEqual([
      [lost.charge_ref, "lost"],
      [asked.charge_ref, "won"],
    ]);
  });
});

describe("mandates", () => {
  async function withMandate(max_minor: number, token = "tm_upi") {
    const sandbox = memorySandbox("INR");
    const { customer_ref, setup } = await sandbox.save(token, max_minor);
    const { return_url: _, mandate: __, ...payment } = { ...aCheckout(), currency: "INR" };
    return {
      sandbox,
      method: setup?.method,
      request: { ...payment, customer_ref, method_ref: setup?.method?.method_ref ?? "" },
    };
  }

  test("K11 a debit needs a notice of a day", async () => {
    const { sandbox, request } = await withMandate(10_000);
    expect(sandbox.gateway.debit_notice_hours).toBe(24);
    expect((await sandbox.gateway.charge(request)).outcome).toBe("refused");
    await answered(sandbox.gateway.announceDebit({ ...request, key: "notice", debit_at: "2026-03-03T09:00:00Z" }));
    sandbox.clock.advance({ hours: 23 });
    expect(await sandbox.gateway.charge(request)).toEqual({
      ...{ outcome: "later", message: "The notice of this debit is less than 24 hours old." },
      retry_after_ms: 3_600_000,
    });
    sandbox.clock.advance({ hours: 1 });
    expect((await answered(sandbox.gateway.charge(request))).status).toBe("succeeded");
  });

  test("K11 a debit above the maximum is declined", async () => {
    const { sandbox, request, method } = await withMandate(8_899);
    expect(method?.mandate_max).toEqual({ amount_minor: 8_899, currency: "INR" });
    await answered(sandbox.gateway.announceDebit({ ...request, key: "notice", debit_at: "2026-03-03T09:00:00Z" }));
    sandbox.clock.advance({ hours: 24 });
    expect((await answered(sandbox.gateway.charge(request))).decline?.code).toBe("limit_exceeded");
  });

  test("a removed method and an expired card are declined", async () => {
    const sandbox = memorySandbox();
    const { return_url: _, mandate: __, ...payment } = aCheckout();
    const soon = await sandbox.save("tm_expires_soon");
    const removed = await sandbox.save("tm_visa");
    const lookup = (one: typeof soon) => ({
      customer_ref: one.customer_ref,
      method_ref: one.setup?.method?.method_ref ?? "",
    });
    await answered(sandbox.gateway.removeMethod(lookup(removed)));
    expect((await answered(sandbox.gateway.findMethod(lookup(removed))))?.is_usable).toBe(false);
    const first = await answered(sandbox.gateway.charge({ ...payment, key: "a", ...lookup(removed) }));
    expect(first.decline?.code).toBe("method_not_supported");
    sandbox.clock.set("2026-05-01T00:00:00Z");
    const second = await answered(sandbox.gateway.charge({ ...payment, key: "b", ...lookup(soon) }));
    expect(second.decline?.code).toBe("expired_card");
    const foreign = { ...lookup(soon), customer_ref: removed.customer_ref };
    expect((await sandbox.gateway.charge({ ...payment, key: "c", ...foreign })).outcome).toBe("refused");
  });
});
