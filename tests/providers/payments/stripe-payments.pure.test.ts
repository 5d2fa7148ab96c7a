import { expect, test } from "vitest";
import {
  aCard,
  aCharge,
  anIntent,
  aPayment,
  formOf,
  listOf,
  ok,
  queryOf,
  stripeAt,
  stripeError,
} from "@/tests/support/vendors/stripe";
import { specsNote } from "@/tests/support/vendors/vendor-specs";

const reserved_at = "2026-12-01T10:00:00Z";
const aCheckout = { ...aPayment, customer_ref: "cus_1", mandate: null, return_url: "https://gym.example/pay" };
const waiting = anIntent({
  status: "requires_payment_method",
  payment_method: null,
  latest_charge: null,
  metadata: { attempt_id: "attempt-1", flow: "on_session" },
});

test(`K2 a checkout is one intent under the key of the attempt, and the browser gets its secret${specsNote}`, async () => {
  const { gateway, calls, checkCalls } = await stripeAt({ "POST /v1/payment_intents": ok(waiting) });
  expect(await gateway.startCheckout(aCheckout)).toEqual({
    outcome: "answered",
    value: {
      ref: "pi_1",
      amount_minor: 4900,
      currency: "EUR",
      charge_ref: null,
      status: "requires_action",
      attempt_id: "attempt-1",
      method_kind: null,
      method: null,
      decline: null,
      action: { kind: "stripe", client_secret: "pi_1_secret_2", publishable_key: "pk_test_0001" },
    },
  });
  expect(calls[0]?.headers.get("idempotency-key")).toBe("invoice-1-attempt-1");
  expect(formOf(calls[0])).toEqual({
    amount: "4900",
    currency: "eur",
    customer: "cus_1",
    description: "INV-00042, Iron Temple",
    "metadata[attempt_id]": "attempt-1",
    "metadata[invoice_id]": "invoice-1",
    "metadata[flow]": "on_session",
    "automatic_payment_methods[enabled]": "true",
    "expand[0]": "payment_method",
  });
  checkCalls();
});

test("a method is saved only for a customer who agreed", async () => {
  const { gateway, calls, checkCalls } = await stripeAt({ "POST /v1/payment_intents": ok(waiting) });
  const mandate = { max_minor: 10_000, expires_at: null, method_kind: null };
  await gateway.startCheckout({ ...aCheckout, mandate });
  await gateway.startCheckout({ ...aCheckout, mandate, customer_ref: null });
  await gateway.startCheckout(aCheckout);
  expect(calls.map((call) => formOf(call).setup_future_usage)).toEqual(["off_session", undefined, undefined]);
  checkCalls();
});

test(`a saved method is charged and confirmed in one call, without a redirect${specsNote}`, async () => {
  const { gateway, calls, checkCalls } = await stripeAt({ "POST /v1/payment_intents": ok(anIntent()) });
  expect(await gateway.charge(aCharge)).toEqual({
    outcome: "answered",
    value: {
      ref: "pi_1",
      amount_minor: 4900,
      currency: "EUR",
      charge_ref: "ch_1",
      status: "succeeded",
      attempt_id: "attempt-1",
      method_kind: "card",
      method: {
        method_ref: "pm_card",
        customer_ref: "cus_1",
        kind: "card",
        brand: "Visa",
        last4: "4242",
        expires_in: "2030-08",
        fingerprint: "fp1",
        mandate_max: null,
        is_usable: true,
      },
      decline: null,
      action: null,
    },
  });
  expect(formOf(calls[0])).toMatchObject({
    customer: "cus_1",
    payment_method: "pm_card",
    off_session: "true",
    confirm: "true",
    "automatic_payment_methods[allow_redirects]": "never",
    "metadata[flow]": "off_session",
  });
  expect(calls[0]?.headers.get("idempotency-key")).toBe("invoice-1-attempt-1");
  checkCalls();
});

test("K10 a bank debit stays processing until the bank answers", async () => {
  const account = {
    id: "pm_bank",
    type: "us_bank_account",
    customer: "cus_1",
    us_bank_account: { bank_name: "STRIPE TEST BANK", last4: "6789", fingerprint: "fp2", status_details: null },
  };
  const { gateway } = await stripeAt({
    "POST /v1/payment_intents": ok(anIntent({ status: "processing", payment_method: account, latest_charge: "py_1" })),
  });
  const answer = await gateway.charge(aCharge);
  expect(answer).toMatchObject({
    value: {
      status: "processing",
      charge_ref: "py_1",
      method_kind: "bank_debit",
      method: { brand: "STRIPE TEST BANK", last4: "6789", expires_in: null, is_usable: true },
    },
  });
});

const declined = (change: Record<string, unknown>, error: Record<string, unknown> = {}) => {
  const failed = { type: "card_error", code: "card_declined", message: "Your card was declined.", ...error };
  const intent = anIntent({
    status: "requires_payment_method",
    latest_charge: "ch_failed",
    payment_method: null,
    last_payment_error: { ...failed, payment_method: aCard() },
    ...change,
  });
  return stripeError(402, { ...failed, payment_intent: intent });
};

test("a declined charge is an answer: failed, with the reason, and without money", async () => {
  const { gateway } = await stripeAt({
    "POST /v1/payment_intents": declined({}, { decline_code: "insufficient_funds" }),
  });
  expect(await gateway.charge(aCharge)).toMatchObject({
    outcome: "answered",
    value: {
      status: "failed",
      charge_ref: null,
      method_kind: "card",
      decline: {
        code: "insufficient_funds",
        vendor_code: "insufficient_funds",
        message: "Your card was declined.",
      },
      action: null,
    },
  });
});

test("a charge for which the bank wants the payer waits for the payer", async () => {
  const { gateway } = await stripeAt({
    "POST /v1/payment_intents": declined(
      {},
      { code: "authentication_required", decline_code: "authentication_required" },
    ),
  });
  expect(await gateway.charge(aCharge)).toMatchObject({
    outcome: "answered",
    value: {
      status: "requires_action",
      decline: { code: "authentication_required" },
      action: { kind: "stripe", client_secret: "pi_1_secret_2" },
    },
  });
});

test.each([
  ["a card that was declined while the payer is there may be tried again", "card", "requires_action"],
  ["a bank debit that came back days later failed", "sepa_debit", "failed"],
])("%s", async (_guarantee, type, status) => {
  const intent = anIntent({
    status: "requires_payment_method",
    metadata: { attempt_id: "attempt-1", flow: "on_session" },
    payment_method: null,
    last_payment_error: { code: "account_closed", message: "closed", payment_method: { ...aCard(), type } },
  });
  const { gateway } = await stripeAt({ "GET /v1/payment_intents/pi_1": ok(intent) });
  const lookup = { ref: "pi_1", attempt_id: "attempt-1", customer_ref: null, reserved_at };
  expect(await gateway.findPayment(lookup)).toMatchObject({
    value: { status, decline: { code: "account_closed", vendor_code: "account_closed" } },
  });
});

test(`a payment whose answer was lost is found by its attempt, in the customer's own list${specsNote}`, async () => {
  const other = anIntent({ id: "pi_0", metadata: { attempt_id: "attempt-0" } });
  const { gateway, calls, checkCalls } = await stripeAt({
    "GET /v1/payment_intents": (call) =>
      queryOf(call).starting_after ? ok(listOf([anIntent()])) : ok(listOf([other], true)),
  });
  const lookup = { ref: null, attempt_id: "attempt-1", customer_ref: "cus_1", reserved_at };
  expect(await gateway.findPayment(lookup)).toMatchObject({ value: { ref: "pi_1", status: "succeeded" } });
  expect(queryOf(calls[0])).toMatchObject({ customer: "cus_1", "created[gte]": "1796118900" });
  expect(await gateway.findPayment({ ...lookup, attempt_id: "attempt-9" })).toEqual({
    outcome: "answered",
    value: null,
  });
  checkCalls();
});

test("an id that Stripe does not know is no payment", async () => {
  const { gateway } = await stripeAt({});
  const lookup = { ref: "pi_9", attempt_id: "attempt-1", customer_ref: null, reserved_at };
  expect(await gateway.findPayment(lookup)).toEqual({ outcome: "answered", value: null });
});

test(`what the bank holds is captured${specsNote}`, async () => {
  const { gateway, calls, checkCalls } = await stripeAt({ "POST /v1/payment_intents/pi_1/capture": ok(anIntent()) });
  const held = { ref: "pi_1", charge_ref: "ch_1", amount_minor: 4900, currency: "EUR" };
  expect(await gateway.capture(held)).toMatchObject({ value: { status: "succeeded", charge_ref: "ch_1" } });
  expect(calls[0]?.headers.get("idempotency-key")).toBe("capture-pi_1");
  expect(formOf(calls[0])).toMatchObject({ amount_to_capture: "4900" });
  checkCalls();
});

test(`a payment is canceled, and one that was faster stays as it is${specsNote}`, async () => {
  const { gateway, checkCalls } = await stripeAt({
    "POST /v1/payment_intents/pi_1/cancel": ok(anIntent({ status: "canceled" })),
    "POST /v1/payment_intents/pi_2/cancel": stripeError(400, {
      type: "invalid_request_error",
      code: "payment_intent_unexpected_state",
      message: "already succeeded",
    }),
    "GET /v1/payment_intents/pi_2": ok(anIntent({ id: "pi_2" })),
  });
  expect(await gateway.cancelPayment("pi_1")).toMatchObject({ value: { status: "canceled", charge_ref: null } });
  expect(await gateway.cancelPayment("pi_2")).toMatchObject({ value: { ref: "pi_2", status: "succeeded" } });
  checkCalls();
});

test("the browser brings back the intent, and nothing else is taken for one", async () => {
  const { gateway } = await stripeAt({});
  expect(gateway.readReturn({ payment_intent: "pi_1", redirect_status: "succeeded" })).toEqual({
    ref: "pi_1",
    charge_ref: null,
  });
  expect(gateway.readReturn({ setup_intent: "seti_1" })).toEqual({ ref: "seti_1", charge_ref: null });
  expect(gateway.readReturn({ payment_intent: "pi_1/../x" })).toBeNull();
  expect(gateway.readReturn({})).toBeNull();
});
