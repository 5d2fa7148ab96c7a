import { expect, test } from "vitest";
import { formOf, listOf, ok, queryOf, stripeAt, stripeError } from "@/tests/support/vendors/stripe";
import { specsNote } from "@/tests/support/vendors/vendor-specs";

const aSubscription = (change: Record<string, unknown> = {}) => ({
  id: "sub_1",
  object: "subscription",
  status: "active",
  metadata: { subscription_id: "membership-1" },
  items: listOf([
    {
      id: "si_1",
      current_period_end: 1_798_797_600,
      price: { unit_amount: 4900, currency: "eur", recurring: { interval: "month", interval_count: 1 } },
    },
  ]),
  latest_invoice: { id: "in_1", confirmation_secret: { client_secret: "pi_1_secret", type: "payment_intent" } },
  pending_setup_intent: null,
  pause_collection: null,
  cancel_at_period_end: false,
  cancel_at: null,
  ...change,
});

const terms = {
  amount_minor: 4900,
  currency: "EUR",
  interval: { unit: "month" as const, count: 1 },
  name: "Monthly membership",
};
const request = {
  ...terms,
  key: "membership-1-start",
  subscription_id: "membership-1",
  customer_ref: "cus_1",
  method_ref: "pm_card",
  starts_at: null,
};
const product = { "POST /v1/products": ok({ id: "prod_1" }) };
const active = {
  outcome: "answered",
  value: {
    ref: "sub_1",
    subscription_id: "membership-1",
    status: "active",
    amount_minor: 4900,
    currency: "EUR",
    period_ends_at: "2027-01-01T10:00:00Z",
    is_ending: false,
    action: null,
  },
};

test(`a subscription bills the saved method, each call under its own key${specsNote}`, async () => {
  const { gateway, calls, checkCalls } = await stripeAt({ ...product, "POST /v1/subscriptions": ok(aSubscription()) });
  expect(await gateway.subscriptions?.create(request)).toEqual(active);
  expect(calls.map(({ headers }) => headers.get("idempotency-key"))).toEqual([
    "membership-1-start-product",
    "membership-1-start",
  ]);
  expect(formOf(calls[1])).toMatchObject({
    customer: "cus_1",
    default_payment_method: "pm_card",
    off_session: "true",
    payment_behavior: "allow_incomplete",
    "metadata[subscription_id]": "membership-1",
    "items[0][price_data][unit_amount]": "4900",
    "items[0][price_data][currency]": "eur",
    "items[0][price_data][product]": "prod_1",
    "items[0][price_data][recurring][interval]": "month",
    "items[0][price_data][recurring][interval_count]": "1",
  });
  checkCalls();
});

test(`without a method the payer pays the first bill in the browser${specsNote}`, async () => {
  const { gateway, calls, checkCalls } = await stripeAt({
    ...product,
    "POST /v1/subscriptions": ok(aSubscription({ status: "incomplete" })),
  });
  expect(
    await gateway.subscriptions?.create({ ...request, method_ref: null, starts_at: "2026-12-15T00:00:00Z" }),
  ).toMatchObject({
    value: { status: "requires_action", action: { kind: "stripe", client_secret: "pi_1_secret" } },
  });
  expect(formOf(calls[1])).toMatchObject({
    payment_behavior: "default_incomplete",
    billing_cycle_anchor: "1797292800",
    proration_behavior: "none",
  });
  checkCalls();
});

test.each([
  ["trialing", {}, "active"],
  ["past_due", {}, "overdue"],
  ["unpaid", {}, "overdue"],
  ["active", { pause_collection: { behavior: "void" } }, "paused"],
  ["active", { pending_setup_intent: { id: "seti_1", client_secret: "s" } }, "requires_action"],
  ["canceled", {}, "canceled"],
  ["incomplete_expired", {}, "canceled"],
])("a subscription that is %s at Stripe with %o is %s", async (status, change, expected) => {
  const { gateway } = await stripeAt({ "GET /v1/subscriptions/sub_1": ok(aSubscription({ status, ...change })) });
  const lookup = { ref: "sub_1", subscription_id: "membership-1", customer_ref: "cus_1" };
  expect(await gateway.subscriptions?.find(lookup)).toMatchObject({ value: { status: expected } });
});

test(`a new price holds at once or from the next bill${specsNote}`, async () => {
  const { gateway, calls, checkCalls } = await stripeAt({
    ...product,
    "GET /v1/subscriptions/sub_1": ok(aSubscription()),
    "POST /v1/subscriptions/sub_1": ok(aSubscription()),
  });
  await gateway.subscriptions?.change("sub_1", { ...terms, key: "change-key-1", when: "now" });
  await gateway.subscriptions?.change("sub_1", { ...terms, key: "change-key-2", when: "period_end" });
  const updates = calls.filter(({ path, method }) => method === "POST" && path.includes("/subscriptions/")).map(formOf);
  expect(updates.map((form) => form.proration_behavior)).toEqual(["create_prorations", "none"]);
  expect(updates[0]).toMatchObject({ "items[0][id]": "si_1", "items[0][price_data][unit_amount]": "4900" });
  const interval = { unit: "year" as const, count: 1 };
  const yearly = { ...terms, interval, key: "change-key-3", when: "period_end" as const };
  expect(await gateway.subscriptions?.change("sub_1", yearly)).toEqual({
    outcome: "refused",
    message: "Stripe changes the interval of a subscription only at once",
  });
  checkCalls();
});

test(`a subscription ends at once or with its period, and a second time is no error${specsNote}`, async () => {
  const { gateway, calls, checkCalls } = await stripeAt({
    "DELETE /v1/subscriptions/sub_1": ok(aSubscription({ status: "canceled" })),
    "POST /v1/subscriptions/sub_1": ok(aSubscription({ cancel_at_period_end: true })),
    "DELETE /v1/subscriptions/sub_2": stripeError(404, { type: "invalid_request_error", code: "resource_missing" }),
    "GET /v1/subscriptions/sub_2": ok(aSubscription({ id: "sub_2", status: "canceled" })),
  });
  const key = "cancel-key-1";
  expect(await gateway.subscriptions?.cancel("sub_1", { key, when: "now" })).toMatchObject({
    value: { status: "canceled" },
  });
  expect(await gateway.subscriptions?.cancel("sub_1", { key, when: "period_end" })).toMatchObject({
    value: { status: "active", is_ending: true },
  });
  expect(formOf(calls[1])).toMatchObject({ cancel_at_period_end: "true" });
  expect(await gateway.subscriptions?.cancel("sub_2", { key, when: "now" })).toMatchObject({
    value: { ref: "sub_2", status: "canceled" },
  });
  checkCalls();
});

test(`a subscription whose answer was lost is found among the customer's${specsNote}`, async () => {
  const { gateway, calls, checkCalls } = await stripeAt({
    "GET /v1/subscriptions": ok(listOf([aSubscription({ id: "sub_0", metadata: {} }), aSubscription()])),
  });
  const lookup = { ref: null, subscription_id: "membership-1", customer_ref: "cus_1" };
  expect(await gateway.subscriptions?.find(lookup)).toEqual(active);
  expect(queryOf(calls[0])).toMatchObject({ customer: "cus_1", status: "all" });
  const none = { outcome: "answered", value: null };
  expect(await gateway.subscriptions?.find({ ...lookup, subscription_id: "membership-9" })).toEqual(none);
  expect(await gateway.subscriptions?.find({ ...lookup, ref: "sub_9" })).toEqual(none);
  checkCalls();
});

test(`a pause bills nothing, and the end of it moves the next bill${specsNote}`, async () => {
  const paused = aSubscription({ pause_collection: { behavior: "void" } });
  const { gateway, calls, checkCalls } = await stripeAt({ "POST /v1/subscriptions/sub_1": ok(paused) });
  const answered = await gateway.subscriptions?.pause("sub_1", { key: "pause-key-1" });
  expect(answered).toMatchObject({ value: { status: "paused" } });
  await gateway.subscriptions?.resume("sub_1", { key: "resume-key-1", next_bill_at: "2026-12-15T00:00:00Z" });
  await gateway.subscriptions?.resume("sub_1", { key: "resume-key-2", next_bill_at: null });
  expect(calls.map(formOf)).toMatchObject([
    { "pause_collection[behavior]": "void" },
    { pause_collection: "", trial_end: "1797292800", proration_behavior: "none" },
    { pause_collection: "" },
  ]);
  expect(calls.map(({ headers }) => headers.get("idempotency-key"))).toEqual([
    "pause-key-1",
    "resume-key-1",
    "resume-key-2",
  ]);
  checkCalls();
});

const anInvoice = (change: Record<string, unknown>) => ({
  ...{
    id: "in_1",
    object: "invoice",
    status: "paid",
    currency: "eur",
    total: 4900,
    amount_paid: 4900,
    amount_due: 4900,
  },
  ...{ attempt_count: 1, next_payment_attempt: null, period_start: 1_796_119_200 },
  lines: listOf([{ period: { start: 1_798_797_600, end: 1_801_476_000 } }]),
  payments: listOf([{ payment: { type: "payment_intent", payment_intent: "pi_1" } }]),
  ...change,
});

test(`bills tell their period and their money; drafts and bills of nothing are left out${specsNote}`, async () => {
  const intent = { id: "pi_1", latest_charge: "ch_1", payment_method: { id: "pm_1", type: "card", card: {} } };
  const { gateway, calls, checkCalls } = await stripeAt({
    "GET /v1/invoices": ok(
      listOf([
        anInvoice({ id: "in_3", status: "open", next_payment_attempt: 1_798_884_000 }),
        anInvoice({ id: "in_2", status: "draft" }),
        anInvoice({}),
        anInvoice({ id: "in_0", total: 0, amount_paid: 0 }),
      ]),
    ),
    "GET /v1/payment_intents/pi_1": ok({ ...intent, last_payment_error: { message: "Your card was declined." } }),
  });
  const bill = { amount_minor: 4900, currency: "EUR", period_starts_at: "2027-01-01T10:00:00Z", method_kind: "card" };
  expect(await gateway.subscriptions?.listBills("sub_1")).toEqual({
    outcome: "answered",
    value: [
      {
        ...{ ...bill, ref: "in_3", status: "failed", charge_ref: null, failure: "Your card was declined." },
        next_try_at: "2027-01-02T10:00:00Z",
      },
      { ...bill, ref: "in_1", status: "paid", charge_ref: "ch_1", failure: null, next_try_at: null },
    ],
  });
  expect(queryOf(calls[0])).toMatchObject({ subscription: "sub_1" });
  checkCalls();
});
