import { expect, test } from "vitest";
import { stripeGateway } from "@/lib/providers/payments/stripe";
import { aCharge, stripeAt, stripeError, stripeSettings } from "@/tests/support/vendors/stripe";
import { deadUrl, type VendorAnswer } from "@/tests/support/vendors/vendor-server";

const refused = (code: string, message: string) => ({ type: "invalid_request_error", code, message });

test.each<[string, VendorAnswer, object]>([
  [
    "a wrong key is a matter of the settings, and is not repeated in the message",
    stripeError(401, { type: "invalid_request_error", message: `Invalid API Key: ${stripeSettings.secret_key}` }),
    { outcome: "misconfigured", message: "Stripe: Invalid API Key: •••" },
  ],
  [
    "a key without the right is a matter of the settings",
    stripeError(403, { type: "invalid_request_error", message: "no permission" }),
    { outcome: "misconfigured", message: "Stripe: no permission" },
  ],
  [
    "a live key in test mode is a matter of the settings",
    stripeError(400, refused("testmode_charges_only", "not live")),
    { outcome: "misconfigured", message: "Stripe: not live (testmode_charges_only)" },
  ],
  [
    "too many calls are repeated when Stripe says so",
    stripeError(429, { type: "invalid_request_error", code: "rate_limit", message: "slow" }, { "retry-after": "7" }),
    { outcome: "later", message: "Stripe: slow (rate_limit)", retry_after_ms: 7_000 },
  ],
  [
    "an object that another call holds is asked for later",
    stripeError(429, refused("lock_timeout", "locked")),
    { outcome: "later", message: "Stripe: locked (lock_timeout)", retry_after_ms: null },
  ],
  [
    "the same key while the first call runs is repeated later",
    stripeError(409, { type: "idempotency_error", code: "idempotency_key_in_use", message: "in use" }),
    { outcome: "later", message: "Stripe: in use (idempotency_key_in_use)", retry_after_ms: null },
  ],
  [
    "a key that was used with another amount is refused",
    stripeError(400, { type: "idempotency_error", message: "Keys can only be used with the same parameters" }),
    { outcome: "refused", message: "Stripe: Keys can only be used with the same parameters" },
  ],
  [
    "a failure at Stripe is repeated under the same key",
    stripeError(500, { type: "api_error", message: "sorry" }),
    { outcome: "later", message: "Stripe: sorry", retry_after_ms: null },
  ],
  [
    "a page of a proxy is a failure at Stripe",
    { status: 502, headers: { "content-type": "text/html" } },
    { outcome: "later", retry_after_ms: null },
  ],
  [
    "a request that Stripe cannot take is refused",
    stripeError(400, refused("amount_too_small", "at least 0.50")),
    { outcome: "refused", message: "Stripe: at least 0.50 (amount_too_small)" },
  ],
  ["an answer that is no intent leaves the charge in doubt", { status: 200, body: {} }, { outcome: "unknown" }],
])("%s", async (_guarantee, answer, outcome) => {
  const { gateway, calls } = await stripeAt({ "POST /v1/payment_intents": answer });
  expect(await gateway.charge(aCharge)).toEqual(expect.objectContaining(outcome));
  expect(calls).toHaveLength(1);
});

test("K2 a lost answer is asked for again under the same key, and not by the SDK", async () => {
  const { gateway, calls } = await stripeAt({ "POST /v1/payment_intents": "cut" });
  const lost = { outcome: "later", message: "Stripe did not respond in time", retry_after_ms: null };
  expect(await gateway.charge(aCharge)).toEqual(lost);
  expect(await gateway.charge(aCharge)).toEqual(lost);
  expect(calls.map(({ headers }) => headers.get("idempotency-key"))).toEqual([aCharge.key, aCharge.key]);
});

test("a call without an answer is stopped", async () => {
  const { gateway } = await stripeAt({ "POST /v1/payment_intents": "silence" }, 50);
  expect(await gateway.charge(aCharge)).toEqual({
    outcome: "later",
    message: "Stripe did not respond in time",
    retry_after_ms: null,
  });
});

test("a gateway that cannot be reached is asked later", async () => {
  const gateway = stripeGateway(stripeSettings, { endpoint: await deadUrl() });
  expect(await gateway.charge(aCharge)).toEqual({
    outcome: "later",
    message: "Stripe could not be reached",
    retry_after_ms: null,
  });
});

test("what cannot be charged is refused in a sentence before any call", async () => {
  const { gateway, calls } = await stripeAt({});
  expect(await gateway.charge({ ...aCharge, amount_minor: 1_005, currency: "KWD" })).toEqual({
    outcome: "refused",
    message: "Stripe takes amounts in KWD whose third decimal is 0, not 1.005",
  });
  expect(calls).toEqual([]);
});
