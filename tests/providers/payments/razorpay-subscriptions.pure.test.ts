import { expect, test } from "vitest";
import { itemsOf, jsonOf, razorpayAt } from "@/tests/support/vendors/razorpay";
import { ok } from "@/tests/support/vendors/stripe";
import { specsNote } from "@/tests/support/vendors/vendor-specs";

const aSubscription = (change: Record<string, unknown> = {}) => ({
  id: "sub_1",
  entity: "subscription",
  plan_id: "plan_1",
  status: "created",
  quantity: 1,
  current_end: null,
  short_url: "https://rzp.io/i/1",
  notes: { subscription_id: "membership-1" },
  ...change,
});
const aPlan = { id: "plan_1", item: { amount: 149_900, currency: "INR" } };
const plans = { "POST /v1/plans": ok(aPlan), "GET /v1/plans/plan_1": ok(aPlan) };
const terms = {
  amount_minor: 149_900,
  currency: "INR",
  interval: { unit: "month" as const, count: 3 },
  name: "Quarterly membership",
};
const request = {
  ...terms,
  key: "membership-1-start",
  subscription_id: "membership-1",
  customer_ref: "cust_1",
  method_ref: null,
  starts_at: "2026-12-15T00:00:00Z",
};
const lookup = { ref: "sub_1", subscription_id: "membership-1", customer_ref: "cust_1" };

test(`a subscription is a plan, and the payer gives the method on Razorpay's page${specsNote}`, async () => {
  const { gateway, calls, checkCalls } = await razorpayAt({ ...plans, "POST /v1/subscriptions": ok(aSubscription()) });
  expect(await gateway.subscriptions?.create(request)).toEqual({
    outcome: "answered",
    value: {
      ref: "sub_1",
      subscription_id: "membership-1",
      status: "requires_action",
      amount_minor: 149_900,
      currency: "INR",
      period_ends_at: null,
      is_ending: false,
      action: { kind: "redirect", url: "https://rzp.io/i/1" },
    },
  });
  expect(calls.slice(0, 2).map(jsonOf)).toEqual([
    {
      period: "monthly",
      interval: 3,
      item: { name: "Quarterly membership", amount: 149_900, currency: "INR" },
    },
    {
      plan_id: "plan_1",
      total_count: 40,
      quantity: 1,
      customer_notify: true,
      start_at: 1_797_292_800,
      notes: { subscription_id: "membership-1" },
    },
  ]);
  checkCalls();
});

test("a subscription whose answer was lost is in doubt, and is found by our id", async () => {
  const lost = await razorpayAt({ ...plans, "POST /v1/subscriptions": "cut" });
  expect(await lost.gateway.subscriptions?.create(request)).toMatchObject({ outcome: "unknown" });
  const { gateway } = await razorpayAt({
    ...plans,
    "GET /v1/subscriptions": itemsOf([aSubscription({ id: "sub_0", notes: [] }), aSubscription()]),
  });
  expect(await gateway.subscriptions?.find({ ...lookup, ref: null })).toMatchObject({ value: { ref: "sub_1" } });
  const none = { outcome: "answered", value: null };
  expect(await gateway.subscriptions?.find({ ...lookup, ref: null, subscription_id: "membership-9" })).toEqual(none);
  expect(await gateway.subscriptions?.find({ ...lookup, ref: "sub_9" })).toEqual(none);
});

test.each([
  ["authenticated", "active"],
  ["active", "active"],
  ["pending", "overdue"],
  ["halted", "overdue"],
  ["paused", "paused"],
  ["cancelled", "canceled"],
  ["completed", "canceled"],
  ["expired", "canceled"],
])("a subscription that is %s at Razorpay is %s", async (status, expected) => {
  const subscription = aSubscription({ status, current_end: 1_798_797_600 });
  const { gateway } = await razorpayAt({ ...plans, "GET /v1/subscriptions/sub_1": ok(subscription) });
  expect(await gateway.subscriptions?.find(lookup)).toMatchObject({
    value: { status: expected, period_ends_at: "2027-01-01T10:00:00Z", action: null },
  });
});

test("a new price is a new plan, at once or from the next cycle", async () => {
  const { gateway, calls } = await razorpayAt({
    ...plans,
    "PATCH /v1/subscriptions/sub_1": ok(aSubscription({ status: "active" })),
  });
  await gateway.subscriptions?.change("sub_1", { ...terms, key: "k", when: "now" });
  await gateway.subscriptions?.change("sub_1", { ...terms, key: "k", when: "period_end" });
  expect(calls.filter(({ method }) => method === "PATCH").map(jsonOf)).toEqual([
    { plan_id: "plan_1", schedule_change_at: "now", customer_notify: true },
    { plan_id: "plan_1", schedule_change_at: "cycle_end", customer_notify: true },
  ]);
  const interval = { unit: "day" as const, count: 1 };
  expect(await gateway.subscriptions?.change("sub_1", { ...terms, interval, key: "k", when: "now" })).toEqual({
    outcome: "refused",
    message: "Razorpay bills every seven days at most",
  });
});

test("a subscription ends at once or with its cycle, and only once", async () => {
  const { gateway, calls } = await razorpayAt({
    ...plans,
    "GET /v1/subscriptions/sub_1": ok(aSubscription({ status: "active" })),
    "POST /v1/subscriptions/sub_1/cancel": (call) =>
      ok(aSubscription({ status: jsonOf(call).cancel_at_cycle_end ? "active" : "cancelled" })),
  });
  expect(await gateway.subscriptions?.cancel("sub_1", { key: "k", when: "now" })).toMatchObject({
    value: { status: "canceled", is_ending: false },
  });
  expect(await gateway.subscriptions?.cancel("sub_1", { key: "k", when: "period_end" })).toMatchObject({
    value: { status: "active", is_ending: true },
  });
  expect(calls.filter(({ method }) => method === "POST").map(jsonOf)).toEqual([{}, { cancel_at_cycle_end: 1 }]);
  const ended = await razorpayAt({
    ...plans,
    "GET /v1/subscriptions/sub_1": ok(aSubscription({ status: "cancelled" })),
  });
  expect(await ended.gateway.subscriptions?.cancel("sub_1", { key: "k", when: "now" })).toMatchObject({
    value: { status: "canceled" },
  });
  expect(ended.routes()).not.toContain("POST /v1/subscriptions/sub_1/cancel");
});

test("a pause and its end hold at once", async () => {
  const { gateway, calls } = await razorpayAt({
    ...plans,
    "POST /v1/subscriptions/sub_1/pause": ok(aSubscription({ status: "paused" })),
    "POST /v1/subscriptions/sub_1/resume": ok(aSubscription({ status: "active" })),
  });
  expect(await gateway.subscriptions?.pause("sub_1", { key: "k" })).toMatchObject({ value: { status: "paused" } });
  const resumption = { key: "k", next_bill_at: "2026-12-15T00:00:00Z" };
  expect(await gateway.subscriptions?.resume("sub_1", resumption)).toMatchObject({ value: { status: "active" } });
  expect(calls.filter(({ method }) => method === "POST").map(jsonOf)).toEqual([
    { pause_at: "now" },
    { resume_at: "now" },
  ]);
});

test("bills tell their period and their payment", async () => {
  const invoice = {
    ...{ id: "inv_1", status: "paid", amount: 149_900, amount_paid: 149_900, amount_due: 0, currency: "INR" },
    ...{ payment_id: "pay_1", billing_start: 1_797_292_800, created_at: 1_797_292_800 },
  };
  const { gateway, calls } = await razorpayAt({
    "GET /v1/invoices": itemsOf([
      { ...invoice, id: "inv_2", status: "issued", amount_paid: 0, amount_due: 149_900, payment_id: "pay_2" },
      invoice,
      { ...invoice, id: "inv_0", status: "draft" },
    ]),
    "GET /v1/payments/pay_1": ok({ id: "pay_1", status: "captured", method: "upi" }),
    "GET /v1/payments/pay_2": ok({ id: "pay_2", status: "failed", method: "card", error_description: "Declined" }),
  });
  const bill = { amount_minor: 149_900, currency: "INR", period_starts_at: "2026-12-15T00:00:00Z", next_try_at: null };
  expect(await gateway.subscriptions?.listBills("sub_1")).toEqual({
    outcome: "answered",
    value: [
      { ...bill, ref: "inv_2", status: "failed", charge_ref: null, method_kind: "card", failure: "Declined" },
      { ...bill, ref: "inv_1", status: "paid", charge_ref: "pay_1", method_kind: "upi", failure: null },
    ],
  });
  expect(calls[0]?.path).toContain("subscription_id=sub_1");
});
