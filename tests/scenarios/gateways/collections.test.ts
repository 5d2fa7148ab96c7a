import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { memberships } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { listPayments, refundPayment } from "@/lib/domain/billing/payments";
import { chargeWaiting, sweepAttempts } from "@/lib/domain/gateways/attempts";
import { replaceGateways } from "@/lib/domain/gateways/connections/open-gateway";
import { sweepRefunds } from "@/lib/domain/gateways/refunds";
import { changePlan } from "@/lib/domain/memberships";
import { systemCaller } from "@/lib/kernel/caller";
import { newSandbox } from "@/tests/support/gateways/sandbox";
import { saveAtSandbox } from "@/tests/support/gateways/saved-at-sandbox";
import { connectScripted, saveScripted } from "@/tests/support/gateways/scripted-gateway";
import { attemptStory, moneyStory } from "@/tests/support/gateways/story";
import { balanceOf, payAll, renewAt } from "@/tests/support/gym/bills";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newPlan, newSale } from "@/tests/support/gym/plans";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { openedAt } from "@/tests/support/jobs/schedules";

beforeAll(() => replaceGateways({}));

type Opening = { iso: string; time_zone: string; currency: string };

/** A gym with the sandbox, and its clock. */
async function collecting({ iso, time_zone, currency }: Opening) {
  const clock = new HandClock(iso);
  const gym = await newGym({ time_zone, currency, clock });
  await openedAt(gym, "2025-01-01T00:00:00Z");
  const gateway_id = await newSandbox(gym);
  return { gym, clock, gateway_id, ...jobsOf(gym, clock) };
}

function jobsOf(gym: Gym, clock: HandClock) {
  const caller = systemCaller("Charges", gym.organization, clock);
  return {
    /** The renewals of the instant, and the charge of what they issued. */
    renew: async (at: string) => {
      clock.set(at);
      await renewAt(gym, at);
      await chargeWaiting(caller);
    },
    sweep: async (at: string) => {
      clock.set(at);
      await sweepAttempts(caller);
    },
  };
}

/** Since when the member is overdue. */
async function unpaidSince({ organization_id }: Gym): Promise<string | null> {
  const [row] = await inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select({ day: memberships.unpaid_due_on })
      .from(memberships)
      .where(eq(memberships.organization_id, organization_id)),
  );
  return row?.day ?? null;
}

test("K11 an INR mandate is debited a day after its notice; a debit above 15,000 needs a new mandate", async () => {
  const opening = { iso: "2026-01-31T05:00:00Z", time_zone: "Asia/Kolkata", currency: "INR" };
  const { gym, clock, gateway_id, renew, sweep } = await collecting(opening);
  const [plan, dear] = [await newPlan(gym, { price_minor: 12_999_00 }), await newPlan(gym, { price_minor: 15_999_00 })];
  const { id } = await newSale(gym, { plan_id: plan.id });
  await payAll(gym);
  await saveAtSandbox(gym, { gateway_id, clock, method: "tm_upi", max_minor: 15_000_00 });
  // 02:30 in India on 28 February: the bill of the month, and the notice of its debit.
  await renew("2026-02-27T21:00:00Z");
  expect(await attemptStory(gym)).toEqual(["2026-02-28 INV-00002 #1 1299900 UPI reserved"]);
  await sweep("2026-02-28T21:59:00Z");
  expect((await balanceOf(gym)).open).toBe(12_999_00);
  await sweep("2026-02-28T22:01:00Z");
  expect(await attemptStory(gym)).toEqual(["2026-02-28 INV-00002 #1 1299900 UPI succeeded on 2026-03-01"]);
  // The price is 15,999.00 from April on: above what the mandate allows.
  await changePlan(gym.people.gym_owner.caller, { id, plan_id: dear.id, when: "period_end" });
  await renew("2026-03-30T21:00:00Z");
  await sweep("2026-04-02T21:00:00Z");
  expect(await attemptStory(gym)).toHaveLength(1);
  expect(await balanceOf(gym)).toEqual({ credit: 0, open: 15_999_00 });
  await saveAtSandbox(gym, { gateway_id, clock, method: "tm_upi_slow", max_minor: 20_000_00 });
  await renew("2026-04-29T21:00:00Z");
  await sweep("2026-04-30T22:01:00Z");
  await sweep("2026-05-01T22:01:00Z");
  expect(await attemptStory(gym)).toEqual([
    "2026-02-28 INV-00002 #1 1299900 UPI succeeded on 2026-03-01",
    "2026-04-30 INV-00004 #1 1599900 UPI succeeded on 2026-05-02",
  ]);
  expect(await moneyStory(gym)).toEqual([
    "2026-01-31 invoice receivable 1299900 deferred_revenue -1299900",
    "2026-01-31 payment bank 1299900 receivable -1299900",
    "2026-02-28 invoice receivable 1299900 deferred_revenue -1299900",
    "2026-03-01 payment gateway_clearing 1299900 receivable -1299900",
    "2026-03-31 invoice receivable 1599900 deferred_revenue -1599900",
    "2026-04-30 invoice receivable 1599900 deferred_revenue -1599900",
    "2026-05-02 payment gateway_clearing 1599900 receivable -1599900",
  ]);
});

test("K10 a bank debit counts as received when it settles; one that is returned after five days is owed again", async () => {
  const opening = { iso: "2026-03-01T10:00:00Z", time_zone: "Europe/Berlin", currency: "EUR" };
  const { gym, clock, gateway_id, renew, sweep } = await collecting(opening);
  await newSale(gym);
  await payAll(gym);
  await saveAtSandbox(gym, { gateway_id, clock, method: "tm_debit" });
  await renew("2026-04-01T01:00:00Z");
  const before = await moneyStory(gym);
  await sweep("2026-04-03T12:00:00Z");
  expect(await moneyStory(gym)).toEqual(before);
  await sweep("2026-04-04T12:00:00Z");
  await saveAtSandbox(gym, { gateway_id, clock, method: "tm_debit_returned" });
  await renew("2026-05-01T01:00:00Z");
  await sweep("2026-05-05T12:00:00Z");
  expect(await unpaidSince(gym)).toBeNull();
  await sweep("2026-05-06T12:00:00Z");
  expect(await unpaidSince(gym)).toBe("2026-05-01");
  expect(await attemptStory(gym)).toEqual([
    "2026-04-01 INV-00002 #1 5900 Test Bank 6789 succeeded on 2026-04-04",
    "2026-05-01 INV-00003 #1 5900 Test Bank 3335 failed debit_returned on 2026-05-06",
  ]);
  expect(await moneyStory(gym)).toEqual([
    "2026-03-01 invoice receivable 5900 deferred_revenue -5900",
    "2026-03-01 payment bank 5900 receivable -5900",
    "2026-04-01 invoice receivable 5900 deferred_revenue -5900",
    "2026-04-04 payment gateway_clearing 5900 receivable -5900",
    "2026-05-01 invoice receivable 5900 deferred_revenue -5900",
  ]);
});

test("K21 after the switch from Razorpay to Stripe an old payment is refunded at Razorpay", async () => {
  const clock = new HandClock("2026-03-01T10:00:00Z");
  const gym = await newGym({ time_zone: "Europe/Berlin", currency: "EUR", clock });
  await openedAt(gym, "2025-01-01T00:00:00Z");
  const { renew } = jobsOf(gym, clock);
  const razorpay = await connectScripted(gym, { vendor: "razorpay", at: "2026-03-01T10:00:00Z" });
  await newSale(gym);
  await payAll(gym);
  await renew("2026-04-01T01:00:00Z");
  const stripe = await connectScripted(gym, { vendor: "stripe", saved: false, at: "2026-04-15T10:00:00Z" });
  // The card was saved at Razorpay, so Stripe cannot charge it.
  await renew("2026-05-01T01:00:00Z");
  await saveScripted(gym, stripe.gateway_id, { created_at: "2026-05-02T10:00:00Z" });
  await renew("2026-06-01T01:00:00Z");
  const owner = gym.people.gym_owner.caller;
  const paid = (await listPayments(owner, { method: "card" })).data.at(-1);
  const invoice_id = paid?.invoices[0]?.id ?? "";
  const reason = "Closed for a week";
  await refundPayment(owner, { id: paid?.id ?? "", invoice_id, amount_minor: 2_000, reason });
  await sweepRefunds(systemCaller("Refunds", gym.organization, clock));
  expect([razorpay.calls, stripe.calls]).toEqual([["charge", "refund"], ["charge"]]);
  expect(await attemptStory(gym)).toEqual([
    "2026-04-01 INV-00002 #1 5900 Visa 4242 succeeded",
    "2026-06-01 INV-00004 #1 5900 Visa 4242 succeeded",
  ]);
  expect(await moneyStory(gym)).toEqual([
    "2026-03-01 invoice receivable 5900 deferred_revenue -5900",
    "2026-03-01 payment bank 5900 receivable -5900",
    "2026-04-01 invoice receivable 5900 deferred_revenue -5900",
    "2026-04-01 payment gateway_clearing 5900 receivable -5900",
    "2026-05-01 invoice receivable 5900 deferred_revenue -5900",
    "2026-06-01 invoice receivable 5900 deferred_revenue -5900",
    "2026-06-01 payment gateway_clearing 5900 receivable -5900",
    "2026-06-01 credit_note deferred_revenue 2000 customer_credit -2000",
    "2026-06-01 refund customer_credit 2000 refunds_in_transit -2000",
    "2026-06-01 refund_confirmed refunds_in_transit 2000 gateway_clearing -2000",
  ]);
});
