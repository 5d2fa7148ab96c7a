import { expect } from "vitest";
import { razorpayGateway } from "@/lib/providers/payments/razorpay";
import type { RazorpaySettings } from "@/lib/values/gateway-settings";
import { type VendorAnswer, type VendorCall, vendorServer } from "./vendor-server";
import { schemaErrors, sdkSchema, vendorSpecs } from "./vendor-specs";

export const razorpaySettings: RazorpaySettings = {
  vendor: "razorpay",
  key_id: "rzp_test_0001",
  key_secret: "secret0001",
  webhook_secret: "webhook0001",
};

export type RazorpayAnswers = Record<string, VendorAnswer | ((call: VendorCall) => VendorAnswer)>;

/** A gateway whose calls go to this machine. Each of them must be what Razorpay's documents allow. */
export async function razorpayAt(answers: RazorpayAnswers, timeout_ms = 2_000) {
  const { url, calls } = await vendorServer((call) => {
    const answer = answers[routeOf(call)] ?? missing;
    return typeof answer === "function" ? answer(call) : answer;
  });
  const gateway = razorpayGateway(razorpaySettings, { endpoint: url, timeout_ms });
  return { gateway, calls, routes: () => calls.map(routeOf), checkCalls: () => checkCalls(calls) };
}

const routeOf = ({ method, path }: VendorCall): string => `${method} ${path.split("?")[0]}`;

const missing: VendorAnswer = {
  status: 400,
  body: { error: { code: "BAD_REQUEST_ERROR", description: "The id provided does not exist" } },
};

export const razorpayError = (
  status: number,
  error: Record<string, unknown>,
  headers: Record<string, string> = {},
): VendorAnswer => ({ status, headers, body: { error: { code: "BAD_REQUEST_ERROR", ...error } } });

export const itemsOf = (items: unknown[]): VendorAnswer => ({
  status: 200,
  body: { entity: "collection", count: items.length, items },
});

export const jsonOf = (call: VendorCall | undefined): Record<string, unknown> => JSON.parse(call?.body || "{}");

type Schema = { definitions: Record<string, { properties: Record<string, object> }> };

/** What the documents have for mandates and notices, and the typings of the SDK have not. */
const MANDATE_ORDER = {
  customer_id: { type: "string" },
  payment_capture: { type: "boolean" },
  token: {
    type: "object",
    additionalProperties: false,
    required: ["max_amount", "frequency"],
    properties: {
      max_amount: { type: "integer" },
      expire_at: { type: "integer" },
      frequency: { enum: ["as_presented", "monthly"] },
    },
  },
  notification: {
    type: "object",
    additionalProperties: false,
    required: ["token_id", "payment_after"],
    properties: { token_id: { type: "string" }, payment_after: { type: "integer" } },
  },
};

function orderSchema(): object {
  const schema = structuredClone(sdkSchema("RzpOrderCreate")) as Schema;
  Object.assign(schema.definitions["Orders.RazorpayOrderCreateRequestBody"]?.properties ?? {}, MANDATE_ORDER, {
    amount: { type: "integer" },
    receipt: { type: "string", maxLength: 40 },
  });
  return schema;
}

const SCHEMAS: [RegExp, string, () => object][] = [
  [/^POST \/v1\/orders$/, "RzpOrderCreate", orderSchema],
  [/^POST \/v1\/payments\/create\/recurring$/, "RzpRecurring", () => sdkSchema("RzpRecurring")],
  [/^POST \/v1\/customers$/, "RzpCustomerCreate", () => sdkSchema("RzpCustomerCreate")],
  [/^POST \/v1\/payments\/\w+\/refund$/, "RzpRefundCreate", () => sdkSchema("RzpRefundCreate")],
  [/^POST \/v1\/plans$/, "RzpPlanCreate", () => sdkSchema("RzpPlanCreate")],
  [/^POST \/v1\/subscriptions$/, "RzpSubscriptionCreate", () => sdkSchema("RzpSubscriptionCreate")],
];

const basic = `Basic ${Buffer.from("rzp_test_0001:secret0001").toString("base64")}`;

function checkCalls(calls: VendorCall[]): void {
  for (const call of calls) {
    const route = routeOf(call);
    expect(call.headers.get("authorization")).toBe(basic);
    if (/\/refund$/.test(route)) expect(call.headers.get("x-refund-idempotency")).toMatch(/^[\w-]{10,64}$/);
    const found = SCHEMAS.find(([pattern]) => pattern.test(route));
    if (!found || !vendorSpecs) continue;
    const [, name, schema] = found;
    const body = jsonOf(call);
    expect(schemaErrors(name, schema, body), route).toEqual([]);
    if ("amount" in body) expect(Number.isInteger(body.amount)).toBe(true);
    if (route === "POST /v1/orders") expect(body.currency).toMatch(/^[A-Z]{3}$/);
  }
}

export const anOrder = (change: Record<string, unknown> = {}) => ({
  id: "order_1",
  entity: "order",
  amount: 49900,
  currency: "INR",
  receipt: "attempt-1",
  status: "created",
  notes: { attempt_id: "attempt-1", invoice_id: "invoice-1", flow: "off_session", customer_ref: "cust_1" },
  ...change,
});

export const aRazorpayPayment = (change: Record<string, unknown> = {}) => ({
  id: "pay_1",
  entity: "payment",
  amount: 49900,
  currency: "INR",
  status: "captured",
  order_id: "order_1",
  method: "upi",
  token_id: "token_1",
  customer_id: "cust_1",
  error_reason: null,
  error_code: null,
  error_description: null,
  created_at: 1_796_119_200,
  ...change,
});

export const aToken = (change: Record<string, unknown> = {}) => ({
  id: "token_1",
  entity: "token",
  method: "upi",
  bank: null,
  wallet: null,
  vpa: { username: "sam.doe", handle: "okhdfcbank", name: "Sam Doe" },
  recurring: true,
  recurring_details: { status: "confirmed", failure_reason: null },
  max_amount: 100_000,
  ...change,
});

export const aDebit = {
  key: "invoice-1-attempt-1",
  attempt_id: "attempt-1",
  invoice_id: "invoice-1",
  description: "INV-00042, Iron Temple",
  amount_minor: 49_900,
  currency: "INR",
  customer_ref: "cust_1",
  method_ref: "token_1",
};
