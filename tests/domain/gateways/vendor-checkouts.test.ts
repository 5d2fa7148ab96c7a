import { expect, test } from "vitest";
import { connectGateway } from "@/lib/domain/gateways/connections";
import { replaceGateways } from "@/lib/domain/gateways/connections/open-gateway";
import { checkLinkPayment, createPaymentLink, payByLink, readPaymentLink } from "@/lib/domain/gateways/links";
import {
  beginOwnSetup,
  checkOwnSetup,
  detachMethods,
  listOwnMethods,
  removeOwnMethod,
} from "@/lib/domain/gateways/methods";
import { systemCaller } from "@/lib/kernel/caller";
import { visitor } from "@/tests/support/gateways/saved-methods";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { owner } from "@/tests/support/gym/payments";
import { type VendorAnswer, type VendorCall, vendorServer } from "@/tests/support/vendors/vendor-server";

type Answers = Record<string, (call: VendorCall) => unknown>;

/** A vendor on this machine, which answers by method and path. */
async function vendorAt(answers: Answers) {
  const { url, calls } = await vendorServer((call): VendorAnswer => {
    const answer = answers[`${call.method} ${call.path.split("?")[0]}`];
    return answer ? { status: 200, body: answer(call) } : { status: 404, body: { error: { message: call.path } } };
  });
  replaceGateways({ endpoint: url });
  return calls;
}

const linkTo = async (gym: Gym) => {
  const { id } = await newInvoice(gym);
  const { url } = await createPaymentLink(owner(gym), { id });
  return url.split("/pay/")[1] ?? "";
};

const stripe = {
  ...{ vendor: "stripe" as const, settings: { publishable_key: "pk_test_0001" } },
  secrets: { secret_key: "sk_test_secret0001" },
};
const razorpay = {
  ...{ vendor: "razorpay" as const, settings: { key_id: "rzp_test_0001" } },
  secrets: { key_secret: "secret0001" },
};

const intentOf = (call: VendorCall, fields: Record<string, unknown> = {}) => ({
  ...{ id: "pi_1", object: "payment_intent", client_secret: "pi_1_secret_2", amount: 5_900, currency: "eur" },
  ...{ status: "requires_payment_method", latest_charge: null, payment_method: null, last_payment_error: null },
  metadata: { attempt_id: new URLSearchParams(call.body).get("metadata[attempt_id]") ?? attempt, flow: "on_session" },
  ...fields,
});
let attempt = "";

test("a link at a Stripe gateway gives the browser a client secret, and is paid once Stripe says so", async () => {
  const gym = await newGym();
  let paid = {};
  const calls = await vendorAt({
    "POST /v1/payment_intents": (call) => {
      attempt = new URLSearchParams(call.body).get("metadata[attempt_id]") ?? "";
      return intentOf(call);
    },
    "GET /v1/payment_intents/pi_1": (call) => intentOf(call, paid),
  });
  await connectGateway(owner(gym), stripe);
  const token = await linkTo(gym);
  expect(await readPaymentLink(visitor(), { token })).toMatchObject({
    form: { vendor: "stripe", publishable_key: "pk_test_0001", units: 5_900, currency: "eur" },
    saves_method: null,
  });
  const begun = await payByLink(visitor(), { token });
  expect(begun).toMatchObject({
    status: "requires_action",
    action: { kind: "stripe", client_secret: "pi_1_secret_2", publishable_key: "pk_test_0001" },
    bill: { saves_method: false },
  });
  // The page is opened again, in another browser: no second intent.
  expect((await payByLink(visitor(), { token })).action).toEqual(begun.action);
  expect(calls.filter(({ method }) => method === "POST")).toHaveLength(1);
  const declined = { code: "card_declined", decline_code: "insufficient_funds", type: "card_error", message: "No." };
  paid = { last_payment_error: declined };
  expect(await checkLinkPayment(visitor(), { token })).toMatchObject({
    ...{ decline: { code: "insufficient_funds" }, bill: { status: "open", form: { vendor: "stripe" } } },
  });
  paid = { status: "succeeded", latest_charge: "ch_1" };
  expect(await checkLinkPayment(visitor(), { token })).toMatchObject({
    ...{ status: "succeeded", decline: null, action: null, bill: { status: "paid", form: null } },
  });
});

test("a link at a Razorpay gateway gives the browser an order and the key id", async () => {
  const gym = await newGym({ currency: "INR", time_zone: "Asia/Kolkata" });
  const calls = await vendorAt({
    "GET /v1/orders": () => ({ entity: "collection", count: 0, items: [] }),
    "POST /v1/orders": (call) => ({ id: "order_1", status: "created", attempts: 0, ...JSON.parse(call.body) }),
  });
  await connectGateway(owner(gym), razorpay);
  const token = await linkTo(gym);
  expect((await readPaymentLink(visitor(), { token })).form).toEqual({ vendor: "razorpay", key_id: "rzp_test_0001" });
  expect(await payByLink(visitor(), { token })).toMatchObject({
    status: "requires_action",
    action: {
      kind: "razorpay",
      order_ref: "order_1",
      key_id: "rzp_test_0001",
      customer_ref: null,
      is_recurring: false,
    },
  });
  const order = calls.find(({ method }) => method === "POST");
  expect(JSON.parse(order?.body ?? "{}")).toMatchObject({ amount: 5_900, currency: "INR" });
});

test("K11 with the payer's consent, Razorpay registers a mandate of the kind that was chosen", async () => {
  const gym = await newGym({ currency: "INR", time_zone: "Asia/Kolkata" });
  const calls = await vendorAt({
    "POST /v1/customers": () => ({ id: "cust_1", entity: "customer" }),
    "GET /v1/orders": () => ({ entity: "collection", count: 0, items: [] }),
    "POST /v1/orders": (call) => ({ id: "order_1", status: "created", attempts: 0, ...JSON.parse(call.body) }),
  });
  await connectGateway(owner(gym), razorpay);
  const token = await linkTo(gym);
  const { action } = await payByLink(visitor(), { token, saves_method: true, method_kind: "upi" });
  expect(action).toMatchObject({ order_ref: "order_1", customer_ref: "cust_1", is_recurring: true });
  const order = calls.find(({ method, path }) => method === "POST" && path === "/v1/orders");
  expect(JSON.parse(order?.body ?? "{}")).toMatchObject({
    ...{ customer_id: "cust_1", method: "upi", token: { max_amount: 11_800, frequency: "as_presented" } },
  });
});

test("a member saves a card at Stripe without paying, and Stripe forgets it when it is removed", async () => {
  const gym = await newGym();
  const card = {
    ...{ id: "pm_1", object: "payment_method", type: "card", customer: "cus_1" },
    card: { brand: "visa", last4: "4242", exp_month: 12, exp_year: 2030, fingerprint: "fp", wallet: null },
  };
  let setup_id = "";
  let setup: Record<string, unknown> = { status: "requires_payment_method", payment_method: null };
  const intent = () => ({
    ...{ id: "seti_1", object: "setup_intent", client_secret: "seti_1_secret", customer: "cus_1" },
    ...{ last_setup_error: null, metadata: { setup_id }, ...setup },
  });
  const calls = await vendorAt({
    "POST /v1/customers": () => ({ id: "cus_1", object: "customer" }),
    "POST /v1/setup_intents": (call) => {
      setup_id = new URLSearchParams(call.body).get("metadata[setup_id]") ?? "";
      return intent();
    },
    "GET /v1/setup_intents/seti_1": intent,
    "POST /v1/payment_methods/pm_1/detach": () => ({ ...card, customer: null }),
  });
  await connectGateway(owner(gym), stripe);
  const member = gym.people.member.caller;
  const begun = await beginOwnSetup(member, {});
  expect(begun).toMatchObject({ action: { kind: "stripe", client_secret: "seti_1_secret" }, method_label: null });
  setup = { status: "succeeded", payment_method: card };
  expect(await checkOwnSetup(member, { id: begun.id })).toMatchObject({ method_label: "Visa 4242", action: null });
  const [method] = (await listOwnMethods(member, {})).data;
  await removeOwnMethod(member, { id: method?.id ?? "" });
  expect(await detachMethods(systemCaller("Test", gym.organization))).toEqual({ detached: 1 });
  expect(calls.at(-1)?.path).toBe("/v1/payment_methods/pm_1/detach");
});
