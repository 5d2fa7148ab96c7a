import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { paymentAttempts, sandboxObjects } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { voidInvoice } from "@/lib/domain/billing/corrections";
import { getAccount } from "@/lib/domain/billing/credits";
import { sweepAttempts } from "@/lib/domain/gateways/attempts";
import { connectGateway } from "@/lib/domain/gateways/connections";
import { replaceGateways } from "@/lib/domain/gateways/connections/open-gateway";
import { createPaymentLink, payByLink, readPaymentLink } from "@/lib/domain/gateways/links";
import { confirmSandboxCheckout } from "@/lib/domain/gateways/sandbox";
import { anonymousCaller, systemCaller } from "@/lib/kernel/caller";
import { systemClock } from "@/lib/kernel/clock";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { many, openOf, owner, pay, reason } from "@/tests/support/gym/payments";

const visitor = {
  ...anonymousCaller({ ip: null, user_agent: null, request_id: "test", reason: null }),
  clock: systemClock,
};
const sweep = (gym: Gym) => sweepAttempts(systemCaller("Charges", gym.organization));

const attemptsOf = ({ organization_id }: Gym) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db.select().from(paymentAttempts).where(eq(paymentAttempts.organization_id, organization_id)),
  );

const paymentsAtGateway = async ({ organization_id }: Gym) => {
  const rows = await inTenant({ organization_id, user_id: null }, (db) =>
    db.select().from(sandboxObjects).where(eq(sandboxObjects.organization_id, organization_id)),
  );
  return rows.flatMap(({ kind, data }) => (kind === "payment" ? [data.status] : []));
};

/** A payer has opened the page of an invoice of 59.00, and has not paid yet. */
async function opened() {
  replaceGateways({});
  const gym = await newGym();
  await connectGateway(owner(gym), { vendor: "sandbox" });
  const { id } = await newInvoice(gym);
  const { url } = await createPaymentLink(owner(gym), { id });
  const token = url.split("/pay/")[1] ?? "";
  const { action } = await payByLink(visitor, { token, saves_method: false });
  if (action?.kind !== "sandbox") throw new Error("The page has nothing to go on with");
  return { gym, id, token, checkout: action.token };
}

test("K6 the page of an invoice that was paid in cash is closed at the gateway, long before it expires", async () => {
  const { gym, id, token } = await opened();
  await sweep(gym);
  expect(await attemptsOf(gym)).toMatchObject([{ status: "requires_action", ended_at: null }]);
  await pay(gym, 5_900, { invoices: [{ id, amount_minor: 5_900 }] });
  await Promise.all(many(4).map(() => sweep(gym)));
  expect(await attemptsOf(gym)).toMatchObject([
    { status: "canceled", failure: "The invoice was settled otherwise, so its page was closed." },
  ]);
  expect(await paymentsAtGateway(gym)).toEqual(["canceled"]);
  expect(await readPaymentLink(visitor, { token })).toMatchObject({ status: "paid", amount_minor: 0 });
  expect(await ledgerOf(gym)).toEqual({ card_terminal: 5_900, revenue: -5_900 });
});

test("K6 a payment that came before the page could be closed is account credit", async () => {
  const { gym, id, checkout } = await opened();
  await pay(gym, 5_900, { invoices: [{ id, amount_minor: 5_900 }] });
  await confirmSandboxCheckout(visitor, { token: checkout, method: "tm_visa" });
  await sweep(gym);
  expect(await attemptsOf(gym)).toMatchObject([{ status: "succeeded" }]);
  expect(await openOf(gym)).toEqual([]);
  expect((await getAccount(owner(gym), { id: gym.member_id })).credits).toMatchObject([{ remaining_minor: 5_900 }]);
  expect(await ledgerOf(gym)).toMatchObject({ gateway_clearing: 5_900, customer_credit: -5_900 });
  expect(await unbalancedOf(gym)).toEqual([]);
});

test("K6 after a part was paid in cash the page asks for the rest", async () => {
  const { gym, id, token, checkout } = await opened();
  await pay(gym, 2_000, { invoices: [{ id, amount_minor: 2_000 }] });
  await sweep(gym);
  const again = await payByLink(visitor, { token, saves_method: false });
  expect(again).toMatchObject({ status: "requires_action", bill: { amount_minor: 3_900 } });
  expect(again.action).toMatchObject({ kind: "sandbox", token: expect.not.stringMatching(`^${checkout}$`) });
  expect((await attemptsOf(gym)).map(({ status, amount_minor }) => [status, amount_minor]).sort()).toEqual([
    ["canceled", 5_900],
    ["requires_action", 3_900],
  ]);
});

test("K6 the page of an invoice that was voided is closed", async () => {
  const { gym, id } = await opened();
  await voidInvoice(owner(gym), { id, reason });
  await sweep(gym);
  expect(await paymentsAtGateway(gym)).toEqual(["canceled"]);
});
