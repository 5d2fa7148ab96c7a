import { expect, test } from "vitest";
import { createInvoice, finalizeInvoice, getInvoice } from "@/lib/domain/billing/invoices";
import { freezeMembership, getMembership, getTimeline } from "@/lib/domain/memberships";
import { issueAt, line } from "@/tests/support/billing/issue";
import { balanceOf, billedTo, documentsOf, renewAt } from "@/tests/support/gym/bills";
import { newGym } from "@/tests/support/gym/gym";
import { gymAt, outcomeOf, owner } from "@/tests/support/gym/london";
import { newCoupon, newPlan, newSale } from "@/tests/support/gym/plans";

test("L1 a free trial takes no number, and the time line has its sale", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const trial = await newPlan(gym, { name: "Trial", kind: "trial", price_minor: 0, interval_unit: "week" });
  const { id, ends_on, status } = await newSale(gym, { plan_id: trial.id });
  expect([ends_on, status, await documentsOf(gym)]).toEqual(["2026-01-16", "active", []]);
  expect((await getTimeline(owner(gym), { id })).data.map(({ kind }) => kind)).toEqual(["sold"]);
});

test("L1 C13 a free first period is billed from the second on, with the first number", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym, { plan_id: (await newPlan(gym, { is_first_period_free: true })).id });
  expect(await documentsOf(gym)).toEqual([]);
  await renewAt(gym, "2026-02-10T03:00:00Z");
  await renewAt(gym, "2026-02-10T04:00:00Z");
  expect(await billedTo(gym)).toEqual(["INV-00001 period 2026-02-10 2026-03-09 5900"]);
  expect((await getMembership(owner(gym), { id })).next_bill_on).toBe("2026-03-10");
});

test("a free period beside a joining fee stays a line of the bill", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const plan = await newPlan(gym, { is_first_period_free: true, joining_fee_minor: 2500 });
  await newSale(gym, { plan_id: plan.id });
  expect((await billedTo(gym)).map((one) => one.split(" ").at(-1))).toEqual(["0", "2500"]);
});

test("a discount of 100 % is no document either, and one charge beside it makes one", async () => {
  const gym = await newGym();
  const free = line({ list_minor: 5_900, discount_minor: 5_900 });
  const issued = await issueAt(gym, "2026-03-01T09:00:00Z", [[free], [line(), free], [line({ list_minor: 0 })]]);
  expect(issued.map(({ number, lines }) => [number, lines.length])).toEqual([["INV-00001", 2]]);
});

test("charges and credits that cancel each other are documented", async () => {
  const gym = await newGym();
  const issued = await issueAt(gym, "2026-03-01T09:00:00Z", [[line(), line({ list_minor: -1_000 })]]);
  expect(issued.map(({ kind, total_minor }) => [kind, total_minor])).toEqual([["invoice", 0]]);
});

test("a draft without a price is not finalized, and stays a draft", async () => {
  const gym = await newGym();
  const lines = [{ description: "Towel", quantity: 1, price_minor: 0 }];
  const { id } = await createInvoice(owner(gym), { member_id: gym.member_id, lines });
  expect(await outcomeOf(finalizeInvoice(owner(gym), { id }))).toBe("conflict");
  expect((await getInvoice(owner(gym), { id })).number).toBeNull();
});

test("E9 a freeze in the past credits no day of a free period to the paid one before it", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const { code } = await newCoupon(gym, { percent_bp: 10_000, periods: 2 });
  const { id } = await newSale(gym, { coupon_code: code });
  await renewAt(gym, "2026-02-10T03:00:00Z");
  await renewAt(gym, "2026-03-10T03:00:00Z");
  clock.set("2026-03-20T12:00:00Z");
  expect(await billedTo(gym)).toEqual(["INV-00001 period 2026-03-10 2026-04-09 5900"]);
  await freezeMembership(owner(gym), { id, from_on: "2026-02-12", to_on: "2026-02-20" });
  expect(await balanceOf(gym)).toEqual({ credit: 0, open: 5_900 });
});
