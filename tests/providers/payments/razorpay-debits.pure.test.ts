import { expect, test } from "vitest";
import {
  aDebit,
  anOrder,
  aRazorpayPayment,
  aToken,
  itemsOf,
  jsonOf,
  type RazorpayAnswers,
  razorpayAt,
  razorpayError,
} from "@/tests/support/vendors/razorpay";
import { ok } from "@/tests/support/vendors/stripe";
import { specsNote } from "@/tests/support/vendors/vendor-specs";

const TOKEN = "GET /v1/customers/cust_1/tokens/token_1";

const debit = (change: RazorpayAnswers = {}): RazorpayAnswers => ({
  [TOKEN]: ok(aToken()),
  "GET /v1/customers/cust_1": ok({ id: "cust_1", email: "sam@example.com", contact: "+919876543210" }),
  "GET /v1/orders": itemsOf([]),
  "POST /v1/orders": ok(anOrder()),
  "POST /v1/payments/create/recurring": ok({ razorpay_payment_id: "pay_1", razorpay_order_id: "order_1" }),
  "GET /v1/payments/pay_1": ok(aRazorpayPayment({ status: "created" })),
  ...change,
});

test(`K11 a saved method is debited with an order, and the money comes a day later${specsNote}`, async () => {
  const { gateway, calls, routes, checkCalls } = await razorpayAt(debit());
  expect(await gateway.charge(aDebit)).toEqual({
    outcome: "answered",
    value: {
      ref: "order_1",
      amount_minor: 49_900,
      currency: "INR",
      charge_ref: "pay_1",
      status: "processing",
      attempt_id: "attempt-1",
      method_kind: "upi",
      method: {
        method_ref: "token_1",
        customer_ref: "cust_1",
        kind: "upi",
        brand: "@okhdfcbank",
        last4: null,
        expires_in: null,
        fingerprint: "sam.doe@okhdfcbank",
        mandate_max: { amount_minor: 100_000, currency: "INR" },
        is_usable: true,
      },
      decline: null,
      action: null,
    },
  });
  expect(routes().filter((route) => route.startsWith("POST"))).toEqual([
    "POST /v1/orders",
    "POST /v1/payments/create/recurring",
  ]);
  const [order, payment] = calls.filter(({ method }) => method === "POST").map(jsonOf);
  expect(order).toEqual({
    amount: 49_900,
    currency: "INR",
    receipt: "attempt-1",
    payment_capture: true,
    notes: { attempt_id: "attempt-1", invoice_id: "invoice-1", flow: "off_session", customer_ref: "cust_1" },
  });
  expect(payment).toEqual({
    email: "sam@example.com",
    contact: "+919876543210",
    amount: 49_900,
    currency: "INR",
    order_id: "order_1",
    customer_id: "cust_1",
    token: "token_1",
    recurring: true,
    description: "INV-00042, Iron Temple",
    notes: { attempt_id: "attempt-1" },
  });
  checkCalls();
});

test("K2 a repeated charge finds the order of the first, and debits nothing twice", async () => {
  const { gateway, routes } = await razorpayAt(
    debit({
      "GET /v1/orders": itemsOf([anOrder({ id: "order_0", receipt: "attempt-10" }), anOrder({ status: "attempted" })]),
      "GET /v1/orders/order_1/payments": itemsOf([aRazorpayPayment()]),
    }),
  );
  expect(await gateway.charge(aDebit)).toMatchObject({ value: { ref: "order_1", status: "succeeded" } });
  expect(routes().filter((route) => route.startsWith("POST"))).toEqual([]);
});

test(`K11 a debit is announced with an order, which the charge then uses${specsNote}`, async () => {
  const first = await razorpayAt(debit());
  const notice = { ...aDebit, debit_at: "2026-12-03T06:00:00Z" };
  expect(await first.gateway.announceDebit(notice)).toEqual({ outcome: "answered", value: { ref: "order_1" } });
  expect(jsonOf(first.calls.at(-1))).toMatchObject({
    receipt: "attempt-1",
    notification: { token_id: "token_1", payment_after: 1_796_277_600 },
  });
  first.checkCalls();
  const second = await razorpayAt(
    debit({ "GET /v1/orders": itemsOf([anOrder()]), "GET /v1/orders/order_1/payments": itemsOf([]) }),
  );
  expect(await second.gateway.announceDebit(notice)).toEqual({ outcome: "answered", value: { ref: "order_1" } });
  await second.gateway.charge(aDebit);
  expect(second.routes().filter((route) => route.startsWith("POST"))).toEqual(["POST /v1/payments/create/recurring"]);
  expect(second.gateway.debit_notice_hours).toBeGreaterThanOrEqual(24);
});

test.each<[string, Record<string, unknown>, object, string]>([
  [
    "more than the mandate allows",
    {},
    { amount_minor: 100_001 },
    "The payer's mandate allows at most ₹1,000.00 per debit, not ₹1,000.01. Ask the payer for a new one",
  ],
  [
    "a mandate that the payer cancelled",
    { recurring_details: { status: "cancelled", failure_reason: null } },
    {},
    "The payer's mandate is cancelled. Ask the payer for a new one",
  ],
  [
    "a mandate that the payer paused",
    { recurring_details: { status: "paused", failure_reason: null } },
    {},
    "The payer's mandate is paused. Ask the payer for a new one",
  ],
  ["another currency", {}, { currency: "USD" }, "Razorpay debits saved methods only in rupees"],
  ["less than a rupee", {}, { amount_minor: 99 }, "Razorpay takes at least ₹1 for a payment"],
])("K11 %s is refused in a sentence, and nothing is asked for", async (_what, token, change, message) => {
  const { gateway, routes } = await razorpayAt(debit({ [TOKEN]: ok(aToken(token)) }));
  expect(await gateway.charge({ ...aDebit, ...change })).toEqual({ outcome: "refused", message });
  expect(routes().filter((route) => route.startsWith("POST"))).toEqual([]);
});

test("K12 a mandate that no longer exists is refused in a sentence", async () => {
  const { gateway } = await razorpayAt({});
  expect(await gateway.charge(aDebit)).toEqual({
    outcome: "refused",
    message: "The payer's mandate no longer exists. Ask the payer for a new one",
  });
});

test("a payer without a phone number is refused in a sentence", async () => {
  const { gateway } = await razorpayAt(
    debit({ "GET /v1/customers/cust_1": ok({ id: "cust_1", email: "sam@example.com", contact: "" }) }),
  );
  expect(await gateway.charge(aDebit)).toEqual({
    outcome: "refused",
    message: "Razorpay debits only payers with an e-mail address and a phone number. Add both to the payer",
  });
});

test("K11 above INR 15,000 the debit waits for the payer", async () => {
  const amount = 1_500_001;
  const { gateway } = await razorpayAt(
    debit({
      [TOKEN]: ok(aToken({ max_amount: 5_000_000 })),
      "POST /v1/orders": ok(anOrder({ amount })),
      "GET /v1/payments/pay_1": ok(aRazorpayPayment({ amount, status: "created" })),
    }),
  );
  expect(await gateway.charge({ ...aDebit, amount_minor: amount })).toMatchObject({
    value: { status: "requires_action", action: null, decline: null, charge_ref: null },
  });
});

test("a debit that fails at once is an answer", async () => {
  const failed = aRazorpayPayment({
    status: "failed",
    error_reason: "insufficient_funds",
    error_code: "BAD_REQUEST_ERROR",
    error_description: "Your account has too little money.",
  });
  const { gateway } = await razorpayAt(
    debit({
      "POST /v1/payments/create/recurring": razorpayError(400, {
        description: "Your account has too little money.",
        reason: "insufficient_funds",
        metadata: { payment_id: "pay_1", order_id: "order_1" },
      }),
      "GET /v1/orders/order_1": ok(anOrder({ status: "attempted" })),
      "GET /v1/orders/order_1/payments": itemsOf([failed]),
    }),
  );
  expect(await gateway.charge(aDebit)).toMatchObject({
    outcome: "answered",
    value: {
      status: "failed",
      charge_ref: null,
      decline: {
        code: "insufficient_funds",
        vendor_code: "insufficient_funds",
        message: "Your account has too little money.",
      },
    },
  });
});

test("a debit that was accepted is under way, although its payment cannot be read", async () => {
  const { gateway } = await razorpayAt(debit({ "GET /v1/payments/pay_1": { status: 502 } }));
  expect(await gateway.charge(aDebit)).toMatchObject({ value: { status: "processing", charge_ref: "pay_1" } });
});

test("a debit whose answer was lost leaves the charge in doubt, and is found by the attempt", async () => {
  const { gateway } = await razorpayAt(
    debit({
      "POST /v1/payments/create/recurring": "cut",
      "GET /v1/orders/order_1/payments": itemsOf([aRazorpayPayment({ status: "created" })]),
    }),
  );
  expect(await gateway.charge(aDebit)).toEqual({ outcome: "unknown", message: "Razorpay did not respond in time" });
  const found = await razorpayAt({
    [TOKEN]: ok(aToken()),
    "GET /v1/orders": itemsOf([anOrder({ status: "attempted" })]),
    "GET /v1/orders/order_1/payments": itemsOf([aRazorpayPayment({ status: "created" })]),
  });
  const lookup = { ref: null, attempt_id: "attempt-1", customer_ref: null, reserved_at: "2026-12-01T10:00:00Z" };
  expect(await found.gateway.findPayment(lookup)).toMatchObject({ value: { ref: "order_1", status: "processing" } });
});

test("an order that was only announced is no payment", async () => {
  const { gateway } = await razorpayAt({
    "GET /v1/orders": itemsOf([anOrder()]),
    "GET /v1/orders/order_1/payments": itemsOf([]),
  });
  const lookup = { ref: null, attempt_id: "attempt-1", customer_ref: null, reserved_at: "2026-12-01T10:00:00Z" };
  expect(await gateway.findPayment(lookup)).toEqual({ outcome: "answered", value: null });
});
