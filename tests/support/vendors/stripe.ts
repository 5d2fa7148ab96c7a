import { expect } from "vitest";
import { stripeGateway } from "@/lib/providers/payments/stripe";
import type { StripeSettings } from "@/lib/values/gateway-settings";
import { stripeCallErrors } from "./stripe-spec";
import { type VendorAnswer, type VendorCall, vendorServer } from "./vendor-server";

export const stripeSettings: StripeSettings = {
  vendor: "stripe",
  publishable_key: "pk_test_0001",
  secret_key: "sk_test_secret0001",
  webhook_secret: "whsec_test0001",
};

/** By method and path, such as "POST /v1/refunds"; a function sees the call. */
export type StripeAnswers = Record<string, VendorAnswer | ((call: VendorCall) => VendorAnswer)>;

/** A gateway whose calls go to this machine. Each of them must be what Stripe's specification allows. */
export async function stripeAt(answers: StripeAnswers, timeout_ms = 2_000) {
  const { url, calls } = await vendorServer((call) => {
    const answer = answers[`${call.method} ${call.path.split("?")[0]}`] ?? missing(call);
    return typeof answer === "function" ? answer(call) : answer;
  });
  const gateway = stripeGateway(stripeSettings, { endpoint: url, timeout_ms });
  return { gateway, calls, checkCalls: () => checkCalls(calls) };
}

const missing = (call: VendorCall): VendorAnswer =>
  stripeError(404, { type: "invalid_request_error", code: "resource_missing", message: `No such ${call.path}` });

function checkCalls(calls: VendorCall[]): void {
  for (const call of calls) {
    expect(call.headers.get("stripe-version")).toBe("2026-10-28.endive");
    expect(call.headers.get("authorization")).toBe(`Bearer ${stripeSettings.secret_key}`);
    expect(call.headers.get("x-stripe-client-telemetry")).toBeNull();
    if (call.method === "POST") expect(call.headers.get("idempotency-key")).toMatch(/^\S{8,255}$/);
    expect(stripeCallErrors(call), `${call.method} ${call.path}`).toEqual([]);
  }
}

export const ok = (body: unknown): VendorAnswer => ({ status: 200, body });

export const stripeError = (
  status: number,
  error: Record<string, unknown>,
  headers: Record<string, string> = {},
): VendorAnswer => ({ status, headers, body: { error } });

export const listOf = (data: unknown[], has_more = false) => ({ object: "list", url: "/v1/things", has_more, data });

/** The fields of a call's form, flat: `metadata[attempt_id]`. */
export const formOf = (call: VendorCall | undefined): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(call?.body));

export const queryOf = (call: VendorCall | undefined): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(call?.path.split("?")[1]));

export const aCard = (change: Record<string, unknown> = {}) => ({
  id: "pm_card",
  object: "payment_method",
  type: "card",
  customer: "cus_1",
  card: {
    brand: "visa",
    display_brand: "visa",
    exp_month: 8,
    exp_year: 2030,
    fingerprint: "fp1",
    last4: "4242",
    wallet: null,
  },
  ...change,
});

export const anIntent = (change: Record<string, unknown> = {}) => ({
  id: "pi_1",
  object: "payment_intent",
  amount: 4900,
  currency: "eur",
  status: "succeeded",
  latest_charge: "ch_1",
  client_secret: "pi_1_secret_2",
  metadata: { attempt_id: "attempt-1", flow: "off_session" },
  last_payment_error: null,
  payment_method: aCard(),
  ...change,
});

export const aPayment = {
  key: "invoice-1-attempt-1",
  attempt_id: "attempt-1",
  invoice_id: "invoice-1",
  description: "INV-00042, Iron Temple",
  amount_minor: 4900,
  currency: "EUR",
};

export const aCharge = { ...aPayment, customer_ref: "cus_1", method_ref: "pm_card" };
