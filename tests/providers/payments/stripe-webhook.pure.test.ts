import Stripe from "stripe";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { stripeGateway } from "@/lib/providers/payments/stripe";
import { stripeSettings } from "@/tests/support/vendors/stripe";

const SENT = 1_796_119_200;
const now = Temporal.Instant.fromEpochMilliseconds(SENT * 1000);

const event = (type: string, object: Record<string, unknown>, change: Record<string, unknown> = {}) =>
  JSON.stringify({ id: "evt_1", type, created: SENT - 3, livemode: false, data: { object }, ...change }, null, 2);

/** Signed by the vendor's own SDK. */
const signed = (payload: string, secret = "whsec_test0001", timestamp = SENT) =>
  new Headers({ "stripe-signature": Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp }) });

const read = (raw_body: string, headers = signed(raw_body), at = now) =>
  stripeGateway(stripeSettings).readWebhook({ raw_body, headers, now: at });

test("an event that Stripe's SDK signed is read", async () => {
  const body = event("payment_intent.succeeded", { id: "pi_1", object: "payment_intent", amount: 4900 });
  expect(await read(body)).toEqual({
    event_id: "evt_1",
    type: "payment_intent.succeeded",
    subject: "payment",
    ref: "pi_1",
    account_ref: null,
    is_live: false,
    created_at: "2026-12-01T09:59:57.000Z",
    payload: expect.objectContaining({ id: "pi_1", amount: 4900 }),
  });
});

test("an event that was changed, is old or is another endpoint's is none", async () => {
  const body = event("payment_intent.succeeded", { id: "pi_1", object: "payment_intent" });
  expect(await read(body)).not.toBeNull();
  expect(await read(`${body} `, signed(body))).toBeNull();
  expect(await read(body, signed(body, "whsec_other"))).toBeNull();
  expect(await read(body, new Headers())).toBeNull();
  expect(await read(body, signed(body), now.add({ seconds: 300 }))).not.toBeNull();
  expect(await read(body, signed(body), now.add({ seconds: 301 }))).toBeNull();
  const unset = stripeGateway({ ...stripeSettings, webhook_secret: null });
  expect(await unset.readWebhook({ raw_body: body, headers: signed(body), now })).toBeNull();
});

test("while the secret is changed, either signature is enough", async () => {
  const body = event("payout.paid", { id: "po_1", object: "payout" });
  const [fresh, old] = [signed(body), signed(body, "whsec_old")].map(
    (headers) => headers.get("stripe-signature") ?? "",
  );
  const both = new Headers({ "stripe-signature": `${old},${fresh?.split(",")[1]}` });
  expect(await read(body, both)).toMatchObject({ subject: "payout", ref: "po_1" });
});

test.each([
  ["charge.refunded", { id: "ch_1", object: "charge", payment_intent: "pi_1" }, "payment", "pi_1"],
  ["refund.failed", { id: "re_1", object: "refund" }, "refund", "re_1"],
  ["charge.dispute.created", { id: "dp_1", object: "dispute" }, "dispute", "dp_1"],
  ["setup_intent.succeeded", { id: "seti_1", object: "setup_intent" }, "setup", "seti_1"],
  ["payment_method.automatically_updated", { id: "pm_1", object: "payment_method" }, "method", "pm_1"],
  ["mandate.updated", { id: "mandate_1", object: "mandate", payment_method: "pm_1" }, "method", "pm_1"],
  ["customer.subscription.deleted", { id: "sub_1", object: "subscription" }, "subscription", "sub_1"],
  [
    "invoice.paid",
    { id: "in_1", object: "invoice", parent: { subscription_details: { subscription: "sub_1" } } },
    "subscription",
    "sub_1",
  ],
  ["balance.available", { object: "balance" }, "other", null],
])("%s is about the object that has to be read again", async (type, object, subject, ref) => {
  expect(await read(event(type, object))).toMatchObject({ type, subject, ref });
});

test("a signed event of a connected account names it", async () => {
  const body = event("payout.paid", { id: "po_1", object: "payout" }, { account: "acct_7", livemode: true });
  expect(await read(body)).toMatchObject({ account_ref: "acct_7", is_live: true });
});

test("a signed call that is no event is none", async () => {
  expect(await read("[]")).toBeNull();
  expect(await read("no json")).toBeNull();
});
