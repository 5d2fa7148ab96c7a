import { createHmac } from "node:crypto";
import Razorpay from "razorpay";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { openPaymentGateway } from "@/lib/providers/payments";
import type { PaymentGateway } from "@/lib/providers/payments/payment-gateway";
import { razorpayGateway } from "@/lib/providers/payments/razorpay";
import { razorpaySettings } from "@/tests/support/vendors/razorpay";
import { stripeSettings } from "@/tests/support/vendors/stripe";
import { specJson, vendorSpecs } from "@/tests/support/vendors/vendor-specs";

type Vectors = {
  razorpay: {
    webhook: { secret: string; body: string; signature: string };
    payment: { key_secret: string; order_id: string; payment_id: string; signature: string };
    subscription: { key_secret: string; subscription_id: string; payment_id: string; signature: string };
    payment_link: Record<
      | "key_secret"
      | "payment_link_id"
      | "payment_id"
      | "payment_link_reference_id"
      | "payment_link_status"
      | "signature",
      string
    >;
  };
};

const vectors = vendorSpecs ? specJson<Vectors>("webhook-vectors.json").razorpay : null;
const note = vectors ? "" : " (skipped without the vendors' published vectors)";
const now = Temporal.Instant.from("2026-12-01T10:00:00Z");

const returned = (key_secret: string, fields: Record<string, string>) =>
  razorpayGateway({ ...razorpaySettings, key_secret }).readReturn(fields);

/** One changed character is enough to be refused. */
function expectOnly(key_secret: string, fields: Record<string, string>, expected: object): void {
  expect(returned(key_secret, fields)).toEqual(expected);
  expect(returned(`${key_secret}x`, fields)).toBeNull();
  for (const [name, value] of Object.entries(fields)) {
    const changed = `${value.slice(0, -1)}${value.endsWith("0") ? "1" : "0"}`;
    expect(returned(key_secret, { ...fields, [name]: changed }), name).toBeNull();
    expect(returned(key_secret, { ...fields, [name]: "" }), name).toBeNull();
  }
}

test.skipIf(!vectors)(`the signatures that Razorpay publishes for Checkout are genuine, and no others${note}`, () => {
  if (!vectors) return;
  const { payment, subscription, payment_link: link } = vectors;
  expectOnly(
    payment.key_secret,
    {
      razorpay_order_id: payment.order_id,
      razorpay_payment_id: payment.payment_id,
      razorpay_signature: payment.signature,
    },
    { ref: payment.order_id, charge_ref: payment.payment_id },
  );
  expectOnly(
    subscription.key_secret,
    {
      razorpay_subscription_id: subscription.subscription_id,
      razorpay_payment_id: subscription.payment_id,
      razorpay_signature: subscription.signature,
    },
    { ref: subscription.subscription_id, charge_ref: subscription.payment_id },
  );
  expectOnly(
    link.key_secret,
    {
      razorpay_payment_link_id: link.payment_link_id,
      razorpay_payment_link_reference_id: link.payment_link_reference_id,
      razorpay_payment_link_status: link.payment_link_status,
      razorpay_payment_id: link.payment_id,
      razorpay_signature: link.signature,
    },
    { ref: link.payment_link_id, charge_ref: link.payment_id },
  );
});

test.skipIf(!vectors)(`the webhook signature that Razorpay publishes is genuine${note}`, async () => {
  if (!vectors) return;
  const { secret, body, signature } = vectors.webhook;
  expect(Razorpay.validateWebhookSignature(body, signature, secret)).toBe(true);
  const gateway = razorpayGateway({ ...razorpaySettings, webhook_secret: secret });
  const headers = new Headers({ "x-razorpay-signature": signature });
  // Genuine, and no event.
  expect(await gateway.readWebhook({ raw_body: body, headers, now })).toBeNull();
  const event = '{"event":"payment.captured","payload":{}}';
  expect(await gateway.readWebhook({ raw_body: event, headers, now })).toBeNull();
});

const event = (type: string, payload: Record<string, object>) =>
  JSON.stringify({
    entity: "event",
    account_id: "acc_1",
    event: type,
    contains: Object.keys(payload),
    payload: Object.fromEntries(Object.entries(payload).map(([name, entity]) => [name, { entity }])),
    created_at: 1_796_119_197,
  });

const signed = (body: string, secret = "webhook0001", headers: Record<string, string> = {}) =>
  new Headers({ "x-razorpay-signature": createHmac("sha256", secret).update(body).digest("hex"), ...headers });

const read = (raw_body: string, headers = signed(raw_body), gateway = razorpayGateway(razorpaySettings)) =>
  gateway.readWebhook({ raw_body, headers, now });

test("K1 an event is known by the id in its header", async () => {
  const body = event("payment.captured", { payment: { id: "pay_1", order_id: "order_1" } });
  expect(await read(body, signed(body, "webhook0001", { "x-razorpay-event-id": "evt_1" }))).toEqual({
    event_id: "evt_1",
    type: "payment.captured",
    subject: "payment",
    ref: "order_1",
    account_ref: "acc_1",
    is_live: null,
    created_at: "2026-12-01T09:59:57.000Z",
    payload: { payment: { entity: { id: "pay_1", order_id: "order_1" } } },
  });
});

test("K1 without the header, the same body has the same id", async () => {
  const body = event("payment.captured", { payment: { id: "pay_1" } });
  const [first, again, other] = await Promise.all([read(body), read(body), read(body.replace("pay_1", "pay_2"))]);
  expect(first?.event_id).toMatch(/^body-[0-9a-f]{64}$/);
  expect(again?.event_id).toBe(first?.event_id);
  expect(other?.event_id).not.toBe(first?.event_id);
});

test("an event that was changed or is another account's is none", async () => {
  const body = event("payment.captured", { payment: { id: "pay_1" } });
  expect(await read(body)).not.toBeNull();
  expect(await read(`${body} `, signed(body))).toBeNull();
  expect(await read(body, signed(body, "other"))).toBeNull();
  expect(await read(body, new Headers())).toBeNull();
  const unset = razorpayGateway({ ...razorpaySettings, webhook_secret: null });
  expect(await read(body, signed(body), unset)).toBeNull();
  expect(await read("no json", signed("no json"))).toBeNull();
});

test.each<[string, Record<string, object>, string, string | null]>([
  ["payment.authorized", { payment: { id: "pay_1", order_id: null } }, "payment", "pay_1"],
  ["order.paid", { payment: { id: "pay_1" }, order: { id: "order_1" } }, "payment", "order_1"],
  ["order.notification.delivered", { order: { id: "order_1" } }, "payment", "order_1"],
  ["payment_link.paid", { payment_link: { id: "plink_1", order_id: "order_1" } }, "payment", "order_1"],
  ["refund.failed", { refund: { id: "rfnd_1" }, payment: { id: "pay_1" } }, "refund", "rfnd_1"],
  ["payment.dispute.created", { payment: { id: "pay_1" }, dispute: { id: "disp_1" } }, "dispute", "disp_1"],
  ["token.cancelled", { token: { id: "token_1" } }, "method", "token_1"],
  ["settlement.processed", { settlement: { id: "setl_1" } }, "payout", "setl_1"],
  ["subscription.charged", { subscription: { id: "sub_1" }, payment: { id: "pay_1" } }, "subscription", "sub_1"],
  ["invoice.paid", { invoice: { id: "inv_1" } }, "other", null],
])("%s is about the object that has to be read again", async (type, payload, subject, ref) => {
  expect(await read(event(type, payload))).toMatchObject({ type, subject, ref });
});

test("the settings choose the gateway, and the sandbox comes from outside", () => {
  const sandbox = () => ({ vendor: "sandbox" }) as PaymentGateway;
  expect(openPaymentGateway(stripeSettings, { sandbox }).vendor).toBe("stripe");
  expect(openPaymentGateway(razorpaySettings, { sandbox }).vendor).toBe("razorpay");
  expect(openPaymentGateway({ vendor: "sandbox" }, { sandbox }).vendor).toBe("sandbox");
  const live = { ...razorpaySettings, key_id: "rzp_live_0001" };
  expect(openPaymentGateway(live, { sandbox }).is_live).toBe(true);
});
