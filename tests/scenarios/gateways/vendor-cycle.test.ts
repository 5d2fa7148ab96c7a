import { beforeAll, expect, test } from "vitest";
import { listAttempts } from "@/lib/domain/gateways/attempts";
import { replaceGateways } from "@/lib/domain/gateways/connections/open-gateway";
import { actOnSandboxObject, listSandboxObjects } from "@/lib/domain/gateways/sandbox";
import { cancelSubscription, getSubscription, startSubscription } from "@/lib/domain/gateways/subscriptions";
import { changePlan, freezeMembership } from "@/lib/domain/memberships";
import { moneyStory } from "@/tests/support/gateways/story";
import { billStory, subscribing } from "@/tests/support/gateways/subscribed";
import { balanceOf, billedTo } from "@/tests/support/gym/bills";
import { ledgerOf, unbalancedOf } from "@/tests/support/gym/ledger";
import { newPlan } from "@/tests/support/gym/plans";

beforeAll(() => replaceGateways({}));

test("K24 the gateway bills three periods with a decline, a freeze and a plan change, and each is paid once", async () => {
  const { gym, owner, membership_id, liveAt, react } = await subscribing();
  const { id } = await startSubscription(owner, { id: membership_id });
  await liveAt("2026-04-02T03:00:00Z", "2026-04-02T13:00:00Z");
  expect(await billStory(gym)).toEqual(["2026-04-02 INV-00002 5900 paid booked"]);
  // Ten frozen days: the next bill moves from 2 May to 12 May, also at the gateway.
  await freezeMembership(owner, { id: membership_id, from_on: "2026-04-10", to_on: "2026-04-19" });
  await react();
  expect(await getSubscription(owner, { id })).toMatchObject({
    ...{ status: "active", failure: null },
    next_bill_at: expect.stringMatching(/^2026-05-12[T ]10:00:00/),
  });
  const [subscription] = (await listSandboxObjects(owner, { kind: "subscription" })).data;
  await actOnSandboxObject(owner, { id: subscription?.id ?? "", action: "fail" });
  await liveAt("2026-05-02T13:00:00Z", "2026-05-12T03:00:00Z", "2026-05-12T13:00:00Z");
  expect(await billStory(gym)).toEqual(["2026-04-02 INV-00002 5900 paid booked", "2026-05-12 INV-00003 5900 failed"]);
  expect(await getSubscription(owner, { id })).toMatchObject({
    status: "overdue",
    last_bill: { status: "failed", period_on: "2026-05-12" },
  });
  expect((await balanceOf(gym)).open).toBe(5_900);
  // The gateway tries again by its own rules, after three days.
  await liveAt("2026-05-15T13:00:00Z");
  expect(await getSubscription(owner, { id })).toMatchObject({ status: "active", last_bill: { status: "paid" } });
  const dear = await newPlan(gym, { price_minor: 7_900 });
  await changePlan(owner, { id: membership_id, plan_id: dear.id, when: "period_end" });
  await liveAt("2026-05-16T13:00:00Z", "2026-06-12T03:00:00Z", "2026-06-12T13:00:00Z");
  expect(await billStory(gym)).toEqual([
    "2026-04-02 INV-00002 5900 paid booked",
    "2026-05-12 INV-00003 5900 paid booked",
    "2026-06-12 INV-00004 7900 paid booked",
  ]);
  expect(await billedTo(gym)).toEqual([
    "INV-00001 period 2026-03-02 2026-04-01 5900",
    "INV-00002 period 2026-04-02 2026-05-01 5900",
    "INV-00003 period 2026-05-12 2026-06-11 5900",
    "INV-00004 period 2026-06-12 2026-07-11 7900",
  ]);
  expect((await listAttempts(owner, {})).data).toEqual([]);
  expect((await moneyStory(gym)).filter((line) => line.includes("payment"))).toEqual([
    "2026-03-02 payment bank 5900 receivable -5900",
    "2026-04-02 payment gateway_clearing 5900 receivable -5900",
    "2026-05-15 payment gateway_clearing 5900 receivable -5900",
    "2026-06-12 payment gateway_clearing 7900 receivable -7900",
  ]);
  expect(await unbalancedOf(gym)).toEqual([]);
  expect(await ledgerOf(gym)).toMatchObject({ gateway_clearing: 19_700 });
  // After its end with the paid period, our own charging takes over.
  await cancelSubscription(owner, { id, when: "period_end" });
  await liveAt("2026-07-12T03:00:00Z", "2026-07-12T13:00:00Z");
  expect(await getSubscription(owner, { id })).toMatchObject({ status: "canceled", end_reason: "by_staff" });
  expect((await listAttempts(owner, {})).data).toMatchObject([{ amount_minor: 7_900, status: "succeeded" }]);
  expect(await balanceOf(gym)).toEqual({ credit: 0, open: 0 });
  expect(await billStory(gym)).toHaveLength(3);
}, 60_000);
