import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { paymentAttempts, savedMethods } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { listPayments } from "@/lib/domain/billing/payments";
import { chargeInvoices } from "@/lib/domain/gateways/attempts";
import { connectGateway } from "@/lib/domain/gateways/connections";
import { replaceGateways } from "@/lib/domain/gateways/connections/open-gateway";
import { checkLinkPayment, createPaymentLink, payByLink, readPaymentLink } from "@/lib/domain/gateways/links";
import { answerSandboxChallenge, confirmSandboxCheckout } from "@/lib/domain/gateways/sandbox";
import { anonymousCaller, systemCaller } from "@/lib/kernel/caller";
import { systemClock } from "@/lib/kernel/clock";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { code, many, openOf, owner } from "@/tests/support/gym/payments";

const visitor = (clock = systemClock) => ({
  ...anonymousCaller({ ip: null, user_agent: null, request_id: "test", reason: null }),
  clock,
});

async function billed(gym: Gym) {
  replaceGateways({});
  await connectGateway(owner(gym), { vendor: "sandbox" });
  const { id } = await newInvoice(gym);
  const { url } = await createPaymentLink(owner(gym), { id });
  return { id, token: url.split("/pay/")[1] ?? "" };
}

const begin = async (token: string, saves_method = false) => {
  const { action } = await payByLink(visitor(), { token, saves_method });
  if (action?.kind !== "sandbox") throw new Error("The page has nothing to go on with");
  return action.token;
};

const attemptsOf = ({ organization_id }: Gym) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db.select().from(paymentAttempts).where(eq(paymentAttempts.organization_id, organization_id)),
  );

test("a link shows one bill and no other data of the payer", async () => {
  const gym = await newGym();
  const { token } = await billed(gym);
  const bill = await readPaymentLink(visitor(), { token });
  expect(bill).toMatchObject({
    payer: "Mina M.",
    amount_minor: 5_900,
    currency: "EUR",
    status: "open",
    is_live: false,
  });
  expect(JSON.stringify(bill)).not.toMatch(/@|Member|\+49/);
});

test("a declined card can be followed by another one, and the bill is paid once", async () => {
  const gym = await newGym();
  const { token } = await billed(gym);
  const checkout = await begin(token);
  await confirmSandboxCheckout(visitor(), { token: checkout, method: "tm_no_funds" });
  expect(await checkLinkPayment(visitor(), { token })).toMatchObject({
    ...{ status: "requires_action", decline: { code: "insufficient_funds" }, bill: { status: "open" } },
  });
  expect(await begin(token)).toBe(checkout);
  await confirmSandboxCheckout(visitor(), { token: checkout, method: "tm_visa" });
  expect(await checkLinkPayment(visitor(), { token })).toMatchObject({ status: "succeeded", bill: { status: "paid" } });
  expect(await checkLinkPayment(visitor(), { token })).toMatchObject({ status: "succeeded", bill: { status: "paid" } });
  expect(await attemptsOf(gym)).toHaveLength(1);
  expect((await listPayments(owner(gym), {})).data).toHaveLength(1);
  expect(await ledgerOf(gym)).toEqual({ gateway_clearing: 5_900, revenue: -5_900 });
});

test("the bank asks first (3-D Secure), and the saved card pays the next bill", async () => {
  const gym = await newGym();
  const { token } = await billed(gym);
  const checkout = await begin(token, true);
  const asked = await confirmSandboxCheckout(visitor(), { token: checkout, method: "tm_confirm_once" });
  expect(asked.challenge_path).toBe(`/pay/sandbox/${checkout}`);
  await answerSandboxChallenge(visitor(), { token: checkout, is_approved: true });
  expect(await checkLinkPayment(visitor(), { token })).toMatchObject({ bill: { status: "paid" } });
  const saved = await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.select().from(savedMethods).where(eq(savedMethods.organization_id, gym.organization_id)),
  );
  expect(saved).toMatchObject([{ is_default: true, payer_member_id: gym.member_id }]);
  const next = await newInvoice(gym);
  await chargeInvoices(systemCaller("Charges", gym.organization), { invoice_ids: [next.id], origin: "renewal" });
  expect(await openOf(gym)).toEqual([]);
  expect(await unbalancedOf(gym)).toEqual([]);
});

test("32 parallel pays of one link are one payment at the gateway", async () => {
  const gym = await newGym();
  const { token } = await billed(gym);
  const begun = await Promise.allSettled(many(32).map(() => begin(token)));
  const checkouts = new Set(begun.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])));
  expect(checkouts.size).toBe(1);
  const [checkout = ""] = checkouts;
  await Promise.allSettled(
    many(8).map(() => confirmSandboxCheckout(visitor(), { token: checkout, method: "tm_visa" })),
  );
  await Promise.all(many(8).map(() => checkLinkPayment(visitor(), { token })));
  expect(await attemptsOf(gym)).toMatchObject([{ status: "succeeded", attempt_number: 1 }]);
  expect((await listPayments(owner(gym), {})).data).toMatchObject([{ amount_minor: 5_900 }]);
});

test("an expired, foreign, changed or malformed link shows no bill", async () => {
  const gym = await newGym();
  const { token } = await billed(gym);
  const other = await billed(await newGym());
  const later = { now: () => systemClock.now().add({ hours: 24 * 8 }) };
  const [organization = ""] = other.token.split(".");
  const tokens = ["", "x", `${token}x`, `${organization}.${token.split(".")[1]}`];
  expect(await Promise.all(tokens.map((one) => code(readPaymentLink(visitor(), { token: one }))))).toEqual(
    tokens.map(() => "link_invalid"),
  );
  expect(await code(readPaymentLink(visitor(later), { token }))).toBe("link_invalid");
  expect(await code(payByLink(visitor(later), { token }))).toBe("link_invalid");
});
