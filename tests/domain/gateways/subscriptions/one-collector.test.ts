import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { gatewaySubscriptions, invoiceLines, paymentAttempts } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { recordPayment } from "@/lib/domain/billing/payments";
import { chargeInvoice, chargeInvoices, getChargeOptions } from "@/lib/domain/gateways/attempts";
import { setBillingCycle } from "@/lib/domain/gateways/connections";
import { replaceGateways } from "@/lib/domain/gateways/connections/open-gateway";
import { createPaymentLink } from "@/lib/domain/gateways/links";
import { listSandboxObjects } from "@/lib/domain/gateways/sandbox";
import {
  cancelSubscription,
  getSubscription,
  listSubscriptions,
  startSubscription,
} from "@/lib/domain/gateways/subscriptions";
import { applySubscription } from "@/lib/domain/gateways/subscriptions/apply";
import { cancelMembership } from "@/lib/domain/memberships";
import { answered } from "@/tests/support/gateways/sandbox";
import { billStory, subscribing } from "@/tests/support/gateways/subscribed";
import { balanceOf } from "@/tests/support/gym/bills";
import type { Gym } from "@/tests/support/gym/gym";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { code, many } from "@/tests/support/gym/payments";
import { asJob } from "@/tests/support/jobs/as-job";

beforeAll(() => replaceGateways({}));

/** Our renewal of 2 April was issued, and the gateway's bill comes at noon. */
async function renewed() {
  const world = await subscribing();
  const { id } = await startSubscription(world.owner, { id: world.membership_id });
  await world.liveAt("2026-04-02T03:00:00Z");
  const invoice_id = await renewalOf(world.gym);
  return { ...world, id, invoice_id };
}

async function renewalOf({ organization_id }: Gym): Promise<string> {
  const [line] = await inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select({ id: invoiceLines.invoice_id })
      .from(invoiceLines)
      .where(and(eq(invoiceLines.organization_id, organization_id), eq(invoiceLines.from_on, "2026-04-02"))),
  );
  return line?.id ?? "";
}

const sentence =
  "The gateway bills this membership by itself. Cancel the subscription on the member's page to charge it here.";

test("K24 32 parallel starts make one subscription, here and at the gateway", async () => {
  const { gym, owner, membership_id } = await subscribing();
  const codes = await Promise.all(many(32).map(() => code(startSubscription(owner, { id: membership_id }))));
  expect(codes.filter((one) => one === "done")).toHaveLength(1);
  expect(codes.filter((one) => one === "conflict")).toHaveLength(31);
  expect((await listSubscriptions(owner, {})).data).toMatchObject([{ status: "active", first_on: "2026-04-02" }]);
  expect((await listSandboxObjects(owner, { kind: "subscription" })).data).toHaveLength(1);
  // Also the table allows no second live one.
  const { organization_id } = gym;
  await expect(
    inTenant({ organization_id, user_id: null }, async (db) => {
      const [{ id: _, vendor_ref: __, ...row } = { id: "", vendor_ref: "" }] = await db
        .select()
        .from(gatewaySubscriptions);
      await db.insert(gatewaySubscriptions).values(row as typeof gatewaySubscriptions.$inferInsert);
    }),
  ).rejects.toMatchObject({ cause: { constraint: "gateway_subscriptions_live_unique" } });
});

test("K24 while the gateway bills, no way of ours charges the renewal, and each says so", async () => {
  const { gym, owner, invoice_id, caller } = await renewed();
  const { skipped } = await chargeInvoices(caller(), { invoice_ids: [invoice_id], origin: "renewal" });
  expect(skipped).toEqual([{ invoice_id, reason: "collected_by_gateway" }]);
  await expect(chargeInvoice(owner, { id: invoice_id })).rejects.toMatchObject({ code: "conflict", message: sentence });
  await expect(createPaymentLink(owner, { id: invoice_id })).rejects.toMatchObject({ message: sentence });
  expect(await getChargeOptions(owner, { id: invoice_id })).toMatchObject({
    ...{ charge_blocker: sentence, link_blocker: sentence },
  });
  const { organization_id, member_id } = gym;
  const [subscription] = (await listSubscriptions(owner, {})).data;
  await expect(
    inTenant({ organization_id, user_id: null }, (db) =>
      db.insert(paymentAttempts).values({
        ...{ organization_id, invoice_id, attempt_number: 1, gateway_id: subscription?.gateway_id ?? "" },
        ...{ payer_member_id: member_id, origin: "renewal", amount_minor: 5_900, currency: "EUR", status: "reserved" },
        check_at: "2026-04-02T03:00:00Z",
      }),
    ),
  ).rejects.toMatchObject({ cause: { constraint: "payment_attempts_one_collector" } });
});

test("K24 a storm of shuffled and doubled events, charges and sweeps books the period once", async () => {
  const { gym, clock, owner, invoice_id, caller, gateway, id, gateway_id, hear } = await renewed();
  clock.set("2026-04-02T13:00:00Z");
  const { vendor_ref } = await getSubscription(owner, { id });
  const subscriptions = gateway.subscriptions;
  if (!subscriptions || !vendor_ref) throw new Error("The sandbox runs subscriptions");
  const state = await answered(subscriptions.find({ ref: vendor_ref, subscription_id: "", customer_ref: "" }));
  const bills = await answered(subscriptions.listBills(vendor_ref));
  if (!state) throw new Error("The sandbox knows the subscription");
  const before = { ...state, status: "requires_action" as const };
  await Promise.all([
    ...many(24).map((_, index) =>
      asJob(gym, clock.now().toString(), (ctx) =>
        applySubscription(ctx, gateway_id, index % 3 === 0 ? { state: before, bills: [] } : { state, bills }),
      ),
    ),
    ...many(8).map(() => chargeInvoices(caller(), { invoice_ids: [invoice_id], origin: "renewal" })),
  ]);
  await hear();
  expect(await billStory(gym)).toEqual(["2026-04-02 INV-00002 5900 paid booked"]);
  expect(await balanceOf(gym)).toEqual({ credit: 0, open: 0 });
  expect(await ledgerOf(gym)).toMatchObject({ gateway_clearing: 5_900 });
  expect(await unbalancedOf(gym)).toEqual([]);
});

test("K24 a bill that comes before our invoice waits, and is booked when the renewal makes it", async () => {
  const { gym, clock, owner, membership_id, hear, work } = await subscribing();
  await startSubscription(owner, { id: membership_id });
  clock.set("2026-04-02T13:00:00Z");
  await hear();
  expect(await billStory(gym)).toEqual(["2026-04-02 no invoice 5900 paid"]);
  await work();
  expect(await billStory(gym)).toEqual(["2026-04-02 INV-00002 5900 paid booked"]);
  expect(await balanceOf(gym)).toEqual({ credit: 0, open: 0 });
});

test("K24 a bill of another amount is quarantined with a sentence, and nothing is booked", async () => {
  const { gym, clock, owner, gateway, gateway_id, id } = await renewed();
  const { vendor_ref } = await getSubscription(owner, { id });
  const terms = { amount_minor: 4_900, currency: "EUR", interval: { unit: "month" as const, count: 1 }, name: "Other" };
  await answered(gateway.subscriptions?.change(vendor_ref ?? "", { ...terms, key: "other", when: "now" }) as never);
  clock.set("2026-04-02T13:00:00Z");
  const bills = await answered(gateway.subscriptions?.listBills(vendor_ref ?? "") as never);
  const state = await answered(
    gateway.subscriptions?.find({ ref: vendor_ref, subscription_id: "", customer_ref: "" }) as never,
  );
  const applied = await asJob(gym, clock.now().toString(), (ctx) =>
    applySubscription(ctx, gateway_id, { state, bills } as never),
  );
  expect(applied).toEqual({ mismatch: "The gateway collected €49.00, and invoice INV-00002 of the period is €59.00." });
  expect((await balanceOf(gym)).open).toBe(5_900);
});

test("K6 an invoice that was settled by hand meanwhile: what the gateway collected is account credit", async () => {
  const { gym, owner, invoice_id, liveAt } = await renewed();
  await recordPayment(owner, {
    ...{ member_id: gym.member_id, method: "bank_transfer", amount_minor: 5_900 },
    invoices: [{ id: invoice_id, amount_minor: 5_900 }],
  });
  await liveAt("2026-04-02T13:00:00Z");
  expect(await billStory(gym)).toEqual(["2026-04-02 INV-00002 5900 paid booked"]);
  expect(await balanceOf(gym)).toEqual({ credit: 5_900, open: 0 });
});

test("K24 the end of the membership ends the subscription with its period, and staff may end it at once", async () => {
  const { owner, membership_id, id, react, liveAt } = await renewed();
  await liveAt("2026-04-02T13:00:00Z");
  await cancelMembership(owner, { id: membership_id, when: "period_end" });
  await react();
  expect(await getSubscription(owner, { id })).toMatchObject({ is_ending: true, end_reason: "membership_ended" });
  const other = await subscribing();
  const started = await startSubscription(other.owner, { id: other.membership_id });
  expect(await cancelSubscription(other.owner, { id: started.id, when: "now" })).toMatchObject({
    ...{ status: "canceled", end_reason: "by_staff" },
  });
  expect(await code(startSubscription(other.owner, { id: other.membership_id }))).toBe("done");
});

test("K24 a gateway that FitFlow runs the cycle of starts no subscription, and says where to change it", async () => {
  const { owner, membership_id, gateway_id } = await subscribing();
  await setBillingCycle(owner, { id: gateway_id, billing_cycle: "fitflow" });
  await expect(startSubscription(owner, { id: membership_id })).rejects.toMatchObject({
    code: "conflict",
    message:
      "FitFlow runs the cycle at this gateway. Choose that the gateway runs it under Settings, Online payments, first.",
  });
});
