import { expect, test } from "vitest";
import {
  anOrder,
  aRazorpayPayment,
  aToken,
  itemsOf,
  jsonOf,
  razorpayAt,
  razorpayError,
} from "@/tests/support/vendors/razorpay";
import { aPayment, ok } from "@/tests/support/vendors/stripe";
import { specsNote } from "@/tests/support/vendors/vendor-specs";

const reserved_at = "2026-12-01T10:00:00Z";
const lookup = { ref: "order_1", attempt_id: "attempt-1", customer_ref: null, reserved_at };
const aCheckout = {
  ...aPayment,
  amount_minor: 49_900,
  currency: "INR",
  customer_ref: "cust_1",
  mandate: null,
  return_url: "https://gym.example/pay",
};
const mandate = { max_minor: 200_000, expires_at: "2031-12-01T00:00:00Z", method_kind: "upi" as const };
const flow = (change: Record<string, unknown> = {}) =>
  anOrder({ notes: { attempt_id: "attempt-1", invoice_id: "invoice-1", flow: "on_session", ...change } });
const noOrders = { "GET /v1/orders": itemsOf([]) };

test(`a checkout is an order with its currency, which the browser pays${specsNote}`, async () => {
  const { gateway, calls, checkCalls } = await razorpayAt({ ...noOrders, "POST /v1/orders": ok(flow()) });
  expect(await gateway.startCheckout(aCheckout)).toEqual({
    outcome: "answered",
    value: {
      ref: "order_1",
      amount_minor: 49_900,
      currency: "INR",
      charge_ref: null,
      status: "requires_action",
      attempt_id: "attempt-1",
      method_kind: null,
      method: null,
      decline: null,
      action: {
        kind: "razorpay",
        order_ref: "order_1",
        key_id: "rzp_test_0001",
        customer_ref: null,
        is_recurring: false,
      },
    },
  });
  expect(jsonOf(calls.at(-1))).toEqual({
    amount: 49_900,
    currency: "INR",
    receipt: "attempt-1",
    notes: { attempt_id: "attempt-1", invoice_id: "invoice-1", flow: "on_session" },
    payment: {
      capture: "automatic",
      capture_options: { automatic_expiry_period: 30, manual_expiry_period: 4320, refund_speed: "normal" },
    },
  });
  checkCalls();
});

test(`K11 a checkout that saves the method asks for a mandate with a maximum${specsNote}`, async () => {
  const { gateway, calls, checkCalls } = await razorpayAt({
    ...noOrders,
    "POST /v1/orders": ok(flow({ customer_ref: "cust_1" })),
  });
  expect(await gateway.startCheckout({ ...aCheckout, mandate })).toMatchObject({
    value: { action: { customer_ref: "cust_1", is_recurring: true } },
  });
  expect(jsonOf(calls.at(-1))).toMatchObject({
    customer_id: "cust_1",
    method: "upi",
    payment_capture: true,
    token: { max_amount: 200_000, expire_at: 1_953_849_600, frequency: "as_presented" },
  });
  checkCalls();
  const asked = calls.length;
  for (const [change, message] of [
    [{ currency: "USD" }, "Razorpay saves methods for debits only in rupees"],
    [{ mandate: { ...mandate, max_minor: 9_999_901 } }, "A UPI mandate allows at most ₹99,999 per debit"],
    [{ mandate: { ...mandate, max_minor: 0 } }, "The maximum of a mandate is at least ₹1"],
  ] as const)
    expect(await gateway.startCheckout({ ...aCheckout, mandate, ...change })).toEqual({ outcome: "refused", message });
  expect(calls).toHaveLength(asked);
});

test("K2 a repeated checkout finds its order", async () => {
  const { gateway, routes } = await razorpayAt({
    "GET /v1/orders": itemsOf([flow()]),
    "GET /v1/orders/order_1/payments": itemsOf([]),
  });
  expect(await gateway.startCheckout(aCheckout)).toMatchObject({ value: { ref: "order_1" } });
  expect(routes()).not.toContain("POST /v1/orders");
});

test.each<[string, string, object]>([
  ["captured", "captured", { status: "succeeded", charge_ref: "pay_1", action: null }],
  ["refunded since", "refunded", { status: "succeeded", charge_ref: "pay_1" }],
  ["only held by the bank", "authorized", { status: "authorized", charge_ref: "pay_1", action: null }],
  ["not confirmed by the payer yet", "created", { status: "requires_action", charge_ref: null }],
  ["declined, and may be tried again", "failed", { status: "requires_action", decline: { code: "abandoned" } }],
])("a payment that is %s is told from the order", async (_what, status, expected) => {
  const failed = { error_reason: "payment_cancelled", error_code: "BAD_REQUEST_ERROR", error_description: "canceled" };
  const { gateway } = await razorpayAt({
    "GET /v1/orders/order_1": ok(flow()),
    "GET /v1/orders/order_1/payments": itemsOf([aRazorpayPayment({ status, ...(status === "failed" && failed) })]),
  });
  expect(await gateway.findPayment(lookup)).toMatchObject({ outcome: "answered", value: expected });
});

test("of several payments of an order, the one with the money counts", async () => {
  const { gateway } = await razorpayAt({
    "GET /v1/orders/order_1": ok(flow()),
    "GET /v1/orders/order_1/payments": itemsOf([
      aRazorpayPayment({ id: "pay_3", status: "failed", created_at: 3 }),
      aRazorpayPayment({ id: "pay_2", status: "captured", created_at: 2 }),
      aRazorpayPayment({ id: "pay_1", status: "failed", created_at: 1 }),
    ]),
  });
  expect(await gateway.findPayment(lookup)).toMatchObject({ value: { status: "succeeded", charge_ref: "pay_2" } });
});

test("the method that a checkout saved is told with the payment", async () => {
  const card = { last4: "8950", network: "Visa", expiry_month: 8, expiry_year: 2030 };
  const { gateway } = await razorpayAt({
    "GET /v1/orders/order_1": ok(flow({ customer_ref: "cust_1" })),
    "GET /v1/orders/order_1/payments": itemsOf([aRazorpayPayment({ method: "card" })]),
    "GET /v1/customers/cust_1/tokens/token_1": ok(aToken({ method: "card", vpa: null, card })),
  });
  expect(await gateway.findPayment(lookup)).toMatchObject({
    value: { method_kind: "card", method: { brand: "Visa", last4: "8950", expires_in: "2030-08", is_usable: true } },
  });
});

test("a payment stays found when the method that it saved was removed", async () => {
  const { gateway } = await razorpayAt({
    "GET /v1/orders/order_1": ok(flow({ customer_ref: "cust_1" })),
    "GET /v1/orders/order_1/payments": itemsOf([aRazorpayPayment()]),
  });
  expect(await gateway.findPayment(lookup)).toMatchObject({
    value: { status: "succeeded", charge_ref: "pay_1", method: null },
  });
});

test("an event that knows only the payment finds the order", async () => {
  const { gateway } = await razorpayAt({
    "GET /v1/payments/pay_1": ok(aRazorpayPayment()),
    "GET /v1/orders/order_1": ok(flow()),
    "GET /v1/orders/order_1/payments": itemsOf([aRazorpayPayment()]),
  });
  expect(await gateway.findPayment({ ...lookup, ref: "pay_1" })).toMatchObject({ value: { ref: "order_1" } });
  expect(await gateway.findPayment({ ...lookup, ref: "order_9" })).toEqual({ outcome: "answered", value: null });
});

test("a payment that was authorized late is captured, with its currency", async () => {
  const { gateway, calls } = await razorpayAt({
    "GET /v1/orders/order_1": ok(flow()),
    "POST /v1/payments/pay_1/capture": ok(aRazorpayPayment()),
    "GET /v1/orders/order_1/payments": itemsOf([aRazorpayPayment()]),
  });
  const held = { ref: "order_1", charge_ref: "pay_1", amount_minor: 49_900, currency: "INR" };
  expect(await gateway.capture(held)).toMatchObject({ value: { status: "succeeded" } });
  expect(jsonOf(calls.find(({ method }) => method === "POST"))).toEqual({ amount: 49_900, currency: "INR" });
});

test("a second capture is answered with the state", async () => {
  const { gateway } = await razorpayAt({
    "GET /v1/orders/order_1": ok(flow()),
    "POST /v1/payments/pay_1/capture": razorpayError(400, { description: "This payment has already been captured" }),
    "GET /v1/orders/order_1/payments": itemsOf([aRazorpayPayment()]),
  });
  const held = { ref: "order_1", charge_ref: "pay_1", amount_minor: 49_900, currency: "INR" };
  expect(await gateway.capture(held)).toMatchObject({ value: { status: "succeeded" } });
});

test("an order is marked as canceled, unless it was paid or is being paid", async () => {
  const open = await razorpayAt({
    "GET /v1/orders/order_1": ok(flow()),
    "GET /v1/orders/order_1/payments": itemsOf([]),
    "PATCH /v1/orders/order_1": ok(flow()),
  });
  expect(await open.gateway.cancelPayment("order_1")).toMatchObject({ value: { status: "canceled", action: null } });
  expect(jsonOf(open.calls.at(-1))).toEqual({
    notes: { attempt_id: "attempt-1", invoice_id: "invoice-1", flow: "on_session", canceled: "yes" },
  });
  for (const [status, expected] of [
    ["captured", "succeeded"],
    ["created", "requires_action"],
  ]) {
    const { gateway, routes } = await razorpayAt({
      "GET /v1/orders/order_1": ok(flow()),
      "GET /v1/orders/order_1/payments": itemsOf([aRazorpayPayment({ status })]),
    });
    expect(await gateway.cancelPayment("order_1")).toMatchObject({ value: { status: expected } });
    expect(routes()).not.toContain("PATCH /v1/orders/order_1");
  }
});

test("a payer who pays a canceled order has paid", async () => {
  const { gateway } = await razorpayAt({
    "GET /v1/orders/order_1": ok(flow({ canceled: "yes" })),
    "GET /v1/orders/order_1/payments": itemsOf([aRazorpayPayment()]),
  });
  expect(await gateway.findPayment(lookup)).toMatchObject({ value: { status: "succeeded" } });
});

const setup = { key: "setup-key", setup_id: "setup-1", customer_ref: "cust_1", currency: "INR", mandate };
const setupOrder = (change: Record<string, unknown> = {}) =>
  anOrder({
    amount: 100,
    receipt: "setup-1",
    notes: { setup_id: "setup-1", flow: "setup", customer_ref: "cust_1" },
    ...change,
  });

test(`K11 a mandate is registered with one rupee, which goes back${specsNote}`, async () => {
  const { gateway, calls, checkCalls } = await razorpayAt({ ...noOrders, "POST /v1/orders": ok(setupOrder()) });
  expect(await gateway.startSetup({ ...setup, return_url: "https://gym.example" })).toMatchObject({
    value: { ref: "order_1", status: "requires_action", setup_id: "setup-1", action: { is_recurring: true } },
  });
  expect(jsonOf(calls.at(-1))).toMatchObject({ amount: 100, currency: "INR", payment_capture: false });
  checkCalls();
});

test.each([
  ["confirmed", "succeeded"],
  ["initiated", "processing"],
])("a mandate that is %s is a setup that is %s", async (token_status, status) => {
  const { gateway } = await razorpayAt({
    "GET /v1/orders/order_1": ok(setupOrder({ status: "attempted" })),
    "GET /v1/orders/order_1/payments": itemsOf([aRazorpayPayment({ amount: 100, status: "authorized" })]),
    "GET /v1/customers/cust_1/tokens/token_1": ok(
      aToken({ recurring_details: { status: token_status, failure_reason: null } }),
    ),
  });
  expect(await gateway.findSetup("order_1")).toMatchObject({ value: { status, action: null } });
});
