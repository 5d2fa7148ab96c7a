import { describe, expect, test } from "vitest";
import { answerChallenge } from "@/lib/providers/payments/sandbox";
import { hardDeclines } from "@/lib/values/gateways";
import type { SandboxOutcome } from "@/lib/values/sandbox/outcomes";
import {
  type SandboxTestMethod,
  sandboxMethodOf,
  sandboxMethodTyped,
  sandboxTestMethods,
} from "@/lib/values/sandbox/test-methods";
import { type MemorySandbox, memorySandbox } from "@/tests/support/gateways/memory-sandbox";
import { aCheckout, aMandate, answered, lookup } from "@/tests/support/gateways/sandbox";

const methods = sandboxTestMethods.map((method) => [method.token, method] as const);
const currencyOf = ({ kind }: SandboxTestMethod) => (kind === "upi" ? "INR" : "EUR");

/** The state that an answer of the bank leads to. */
const statusAfter = (outcome: SandboxOutcome, declined: string) =>
  ({
    succeed: "succeeded",
    authorize: "authorized",
    process: "processing",
    challenge: "requires_action",
    decline: declined,
  })[outcome.answer];

const passesLuhn = (number: string) =>
  [...number].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0) %
    10 ===
  0;

describe.each(methods)("%s", (token, method) => {
  test("is found by its number, however it is spaced, and by nothing else", () => {
    const spaced = method.number.replace(/(\d{4})/g, "$1 ");
    expect(sandboxMethodTyped(method.kind, spaced)?.token).toBe(method.number.includes("@") ? method.token : token);
    expect(sandboxMethodTyped(method.kind === "card" ? "bank_debit" : "card", method.number)).toBeUndefined();
    if (method.kind === "card") expect(passesLuhn(method.number)).toBe(true);
  });

  test("with the payer present ends as its row says", async () => {
    const sandbox = memorySandbox(currencyOf(method));
    const { ref, action } = await answered(
      sandbox.gateway.startCheckout({ ...aCheckout(), currency: currencyOf(method) }),
    );
    expect(action).toEqual({ kind: "sandbox", token: `token of ${ref}` });
    await sandbox.confirm(ref, token);
    const state = await answered(sandbox.gateway.findPayment(lookup(ref)));
    expect(state?.status).toBe(statusAfter(method.present, "requires_action"));
    if (method.present.answer === "decline") expect(state?.decline).toEqual(method.present.decline);
    else expect(state?.decline).toBeNull();
    expect(state?.charge_ref === null).toBe(["decline", "challenge"].includes(method.present.answer));
  });

  test("charged while the payer is absent ends as its row says", async () => {
    const sandbox = memorySandbox(currencyOf(method));
    const saved = await saveOrNull(sandbox, method);
    if (!saved) return expect(method.present.answer).toBe("decline");
    const { customer_ref, method_ref } = saved;
    const { return_url: _, mandate: __, ...payment } = aCheckout();
    const request = { ...payment, currency: currencyOf(method), customer_ref, method_ref };
    if (method.kind === "upi") {
      await answered(sandbox.gateway.announceDebit({ ...request, key: "notice", debit_at: "2026-03-03T10:00:00Z" }));
      sandbox.clock.advance({ hours: 25 });
    }
    const state = await answered(sandbox.gateway.charge(request));
    if (method.is_revoked) return expect(state.decline?.code).toBe("mandate_revoked");
    expect(state.status).toBe(statusAfter(method.absent, "failed"));
    expect(state.attempt_id).toBe(request.attempt_id);
    if (method.absent.answer === "decline") expect(state.decline).toEqual(method.absent.decline);
  });
});

async function saveOrNull(sandbox: MemorySandbox, method: SandboxTestMethod) {
  const { customer_ref, setup } = await sandbox.save(method.token);
  if (setup?.method) return { customer_ref, method_ref: setup.method.method_ref };
  if (method.present.answer !== "challenge") return null;
  // A payment that saves the method, with the bank's question approved.
  const { ref } = await answered(sandbox.gateway.startCheckout({ ...aCheckout(), customer_ref, mandate: aMandate }));
  await sandbox.confirm(ref, method.token);
  await sandbox.act(async (vendor) => {
    const payment = await vendor.tx.find("payment", ref);
    return payment && answerChallenge(vendor, payment, true);
  });
  const paid = await answered(sandbox.gateway.findPayment(lookup(ref)));
  expect(paid?.status).toBe("succeeded");
  return { customer_ref, method_ref: paid?.method?.method_ref ?? "" };
}

test("every number and every token is in the table once", () => {
  expect(new Set(sandboxTestMethods.map(({ number }) => number)).size).toBe(sandboxTestMethods.length);
  expect(new Set(sandboxTestMethods.map(({ token }) => token)).size).toBe(sandboxTestMethods.length);
});

test("a real card number is no test method", () => {
  for (const number of ["4539578763621486", "378282246310005", "4242424242424241", ""]) {
    expect(sandboxMethodTyped("card", number)).toBeUndefined();
  }
});

test("a card that asked for confirmation and was declined by the payer charges nothing", async () => {
  const sandbox = memorySandbox();
  const { ref } = await answered(sandbox.gateway.startCheckout(aCheckout()));
  await sandbox.confirm(ref, "tm_confirm_once");
  await sandbox.act(async (vendor) => {
    const payment = await vendor.tx.find("payment", ref);
    return payment && answerChallenge(vendor, payment, false);
  });
  const declined = await answered(sandbox.gateway.findPayment(lookup(ref)));
  expect([declined?.status, declined?.decline?.code, declined?.charge_ref]).toEqual([
    "requires_action",
    "authentication_failed",
    null,
  ]);
  await sandbox.confirm(ref, "tm_visa");
  expect((await answered(sandbox.gateway.findPayment(lookup(ref))))?.status).toBe("succeeded");
});

test("UPI takes no other currency than rupees", async () => {
  const sandbox = memorySandbox();
  const { ref } = await answered(sandbox.gateway.startCheckout(aCheckout()));
  await expect(sandbox.confirm(ref, "tm_upi")).rejects.toThrow("does not take the currency");
});

test("cards that are lost, stolen, expired or fraudulent are declined for good", () => {
  for (const token of ["tm_lost", "tm_stolen", "tm_expired", "tm_fraud"]) {
    const present = sandboxMethodOf(token)?.present;
    expect(present?.answer === "decline" && hardDeclines.has(present.decline.code), token).toBe(true);
  }
});
