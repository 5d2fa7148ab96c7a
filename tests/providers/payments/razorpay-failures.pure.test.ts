import { expect, test } from "vitest";
import { razorpayGateway } from "@/lib/providers/payments/razorpay";
import { toRazorpay } from "@/lib/providers/payments/razorpay/amounts";
import { declineOf } from "@/lib/providers/payments/razorpay/declines";
import { hardDeclines } from "@/lib/values/gateways";
import { itemsOf, razorpayAt, razorpayError, razorpaySettings } from "@/tests/support/vendors/razorpay";
import { deadUrl, type VendorAnswer } from "@/tests/support/vendors/vendor-server";

const request = { refund_id: "refund-1", charge_ref: "pay_1", reason: "", amount_minor: 900, currency: "INR" };
const aRefund = { ...request, key: "refund-key-1" };

test.each<[string, VendorAnswer, object]>([
  [
    "wrong keys are a matter of the settings, and are not repeated in the message",
    razorpayError(401, { description: `Authentication failed for ${razorpaySettings.key_secret}` }),
    { outcome: "misconfigured", message: "Razorpay: Authentication failed for ••• (BAD_REQUEST_ERROR)" },
  ],
  [
    "a key without the right is a matter of the settings",
    razorpayError(403, { description: "no access" }),
    { outcome: "misconfigured" },
  ],
  [
    "too many calls are repeated when Razorpay says so",
    razorpayError(429, { description: "Request failed" }, { "retry-after": "7" }),
    { outcome: "later", message: "Razorpay: Request failed (BAD_REQUEST_ERROR)", retry_after_ms: 7_000 },
  ],
  [
    "the same key while the first call runs is repeated later",
    razorpayError(409, { description: "in progress" }),
    { outcome: "later", retry_after_ms: null },
  ],
  [
    "a key that was used with another amount is refused",
    razorpayError(400, {
      description: "Different request with the same idempotency key has already been processed.",
      reason: "NA",
    }),
    {
      outcome: "refused",
      message:
        "Razorpay: Different request with the same idempotency key has already been processed. (BAD_REQUEST_ERROR)",
    },
  ],
  [
    "a failure at Razorpay is repeated later",
    razorpayError(500, { code: "SERVER_ERROR", description: "sorry" }),
    { outcome: "later", message: "Razorpay: sorry (SERVER_ERROR)", retry_after_ms: null },
  ],
  [
    "a page of a proxy is a failure at Razorpay",
    { status: 502, headers: { "content-type": "text/html" } },
    { outcome: "later", message: "Razorpay: answered 502" },
  ],
  [
    "a request that Razorpay cannot take is refused",
    razorpayError(400, { description: "The amount is invalid", reason: "invalid_amount" }),
    { outcome: "refused", message: "Razorpay: The amount is invalid (invalid_amount)" },
  ],
  [
    "a lost answer is asked for again, since refunds have a key",
    "cut",
    { outcome: "later", message: "Razorpay did not respond in time" },
  ],
])("%s", async (_guarantee, answer, outcome) => {
  const { gateway, calls } = await razorpayAt({ "POST /v1/payments/pay_1/refund": answer });
  expect(await gateway.refund(aRefund)).toEqual(expect.objectContaining(outcome));
  expect(calls).toHaveLength(1);
});

test("a call without an answer is stopped", async () => {
  const { gateway } = await razorpayAt({ "GET /v1/orders": "silence" }, 50);
  expect(await gateway.test()).toEqual({
    outcome: "later",
    message: "Razorpay did not respond in time",
    retry_after_ms: null,
  });
});

test("a gateway that cannot be reached is asked later, although the SDK throws a TypeError", async () => {
  const gateway = razorpayGateway(razorpaySettings, { endpoint: await deadUrl() });
  const later = { outcome: "later", message: "Razorpay could not be reached", retry_after_ms: null };
  expect(await gateway.test()).toEqual(later);
  expect(await gateway.refund(aRefund)).toEqual(later);
});

test("an answer that is no list leaves the call in doubt", async () => {
  const { gateway } = await razorpayAt({ "GET /v1/settlements": { status: 200, body: {} } });
  expect(await gateway.listPayouts("2026-12-01")).toEqual({
    outcome: "unknown",
    message: "Razorpay answered something unexpected",
  });
  const empty = await razorpayAt({ "GET /v1/settlements": itemsOf([]) });
  expect(await empty.gateway.listPayouts("2026-12-01")).toEqual({ outcome: "answered", value: [] });
});

test.each([
  ["INR", 49_900],
  ["USD", 1_099],
  ["JPY", 500],
  ["KWD", 5_120],
  ["ISK", 50_050],
])("an amount in %s goes to Razorpay as it is, with its currency", (currency, amount_minor) => {
  expect(toRazorpay({ amount_minor, currency })).toEqual({ amount: amount_minor, currency });
});

test.each([
  ["KWD", 5_124, "Razorpay takes amounts in KWD whose third decimal is 0, not 5.124"],
  ["IQD", 5_000, "Razorpay takes no payments in IQD"],
  ["INR", 99, "Razorpay takes at least ₹1 for a payment"],
  ["INR", 0, "Razorpay cannot charge 0: an amount is a whole number above 0"],
])("an amount in %s that Razorpay cannot take is refused in a sentence", (currency, amount_minor, sentence) => {
  expect(() => toRazorpay({ amount_minor, currency })).toThrow(sentence);
});

const failed = (error_reason: string | null, error_code = "BAD_REQUEST_ERROR") =>
  declineOf({ error_reason, error_code, error_description: null });

test.each([
  ["card_expired", "expired_card"],
  ["debit_instrument_blocked", "account_closed"],
  ["bank_account_invalid", "account_closed"],
  ["mandate_not_active", "mandate_revoked"],
  ["card_not_enrolled", "method_not_supported"],
  ["payment_risk_check_failed", "suspected_fraud"],
  ["customer_action_required", "authentication_required"],
])("K3 after %s the method is not tried again", (reason, code) => {
  expect(failed(reason)).toMatchObject({ code, vendor_code: reason });
  expect(hardDeclines.has(failed(reason).code)).toBe(true);
});

test.each([
  ["insufficient_funds", "insufficient_funds"],
  ["transaction_limit_exceeded", "limit_exceeded"],
  ["incorrect_otp", "authentication_failed"],
  ["payment_timed_out", "try_again_later"],
  ["payment_mandate_not_active", "try_again_later"],
  ["payment_collect_request_expired", "abandoned"],
  ["debit_declined", "debit_returned"],
  ["bank_technical_error", "try_again_later"],
  ["a_reason_of_next_year", "generic_decline"],
])("K3 after %s the method may be tried again", (reason, code) => {
  expect(failed(reason).code).toBe(code);
  expect(hardDeclines.has(failed(reason).code)).toBe(false);
});

test("a failure without a reason is told by its code", () => {
  expect(failed(null, "GATEWAY_ERROR")).toEqual({
    code: "try_again_later",
    vendor_code: "GATEWAY_ERROR",
    message: "The payment failed.",
  });
});
