import { expect, test } from "vitest";
import {
  cancelMembership,
  changePayer,
  changePlan,
  freezeMembership,
  getTimeline,
  previewPayer,
  previewPlanChange,
  previewTransfer,
  quoteMembership,
} from "@/lib/domain/memberships";
import { getForecast } from "@/lib/domain/memberships/forecast";
import { updatePlan } from "@/lib/domain/memberships/plans";
import { newCompany } from "@/tests/support/billing/settings";
import { billedTo, payAll, renewAt } from "@/tests/support/gym/bills";
import { type Gym, newMember } from "@/tests/support/gym/gym";
import { desk, gymAt, outcomeOf, owner } from "@/tests/support/gym/london";
import { newPlan, newSale } from "@/tests/support/gym/plans";

const agreed = { payer_accepted_how: "in_person", payer_accepted_on: "2026-01-10" } as const;
const family_discounts = [
  { from: 2, percent_bp: 1000, amount_minor: null },
  { from: 3, percent_bp: null, amount_minor: 2000 },
];

/** A parent, and two children for whom the parent pays, in the order of joining. */
async function familyGym() {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const plan = await newPlan(gym, { name: "Gold", price_minor: 5000, family_discounts });
  const parent = gym.member_id;
  const children = [await newMember(gym, { first_name: "Kit" }), await newMember(gym, { first_name: "Lou" })] as const;
  const first = await newSale(gym, { plan_id: plan.id });
  const sales = [];
  for (const member_id of children)
    sales.push(await newSale(gym, { plan_id: plan.id, member_id, payer_member_id: parent, ...agreed }));
  const [kit, lou] = sales as [typeof first, typeof first];
  return { gym, clock, plan, parent, children, first, kit, lou };
}

const last = async (gym: Gym, member_id: string) => (await billedTo(gym, member_id)).at(-1)?.split(" ").at(-1);

test("J4 the second and third member of a family pay less: in the quote, on the bill, and in the sentence", async () => {
  const { gym, plan, parent, children, kit } = await familyGym();
  expect([await last(gym, parent), await last(gym, children[0]), await last(gym, children[1])]).toEqual([
    ...["5000", "4500", "3000"],
  ]);
  const fourth = await newMember(gym);
  const quote = await quoteMembership(desk(gym), { plan_id: plan.id, member_id: fourth, payer_member_id: parent });
  expect(quote.lines[0]).toMatchObject({
    ...{ amount_minor: 3000, discount_minor: 2000, total_minor: 3000 },
    why: "€30.00 = €50.00 − €20.00 (Family, 4th member), 10 January\u2009–\u20099 February 2026, for period 1.",
  });
  expect(quote.next_bill_minor).toBe(3000);
  const alone = await quoteMembership(desk(gym), { plan_id: plan.id, member_id: fourth });
  expect(alone.lines[0]?.discount_minor).toBe(0);
  const { coming } = await getTimeline(owner(gym), { id: kit.id });
  expect(JSON.stringify(coming)).toContain("45.00");
});

test("J4 who leaves no longer counts from the next bill on, and what was billed stays", async () => {
  const { gym, clock, parent, children, first } = await familyGym();
  await payAll(gym);
  clock.set("2026-01-20T12:00:00Z");
  await cancelMembership(owner(gym), { id: first.id, when: "period_end" });
  await renewAt(gym, "2026-02-10T03:00:00Z");
  expect([await billedTo(gym, parent), await last(gym, children[0]), await last(gym, children[1])]).toEqual([
    ["INV-00001 period 2026-01-10 2026-02-09 5000"],
    ...["5000", "4500"],
  ]);
});

test("J4 a frozen member does not count until the return, and the forecast agrees with the bills", async () => {
  const { gym, clock, parent, children, first } = await familyGym();
  await payAll(gym);
  clock.set("2026-01-20T12:00:00Z");
  await freezeMembership(owner(gym), { id: first.id, from_on: "2026-02-01", to_on: "2026-02-28" });
  const { currencies } = await getForecast(owner(gym), { months: 3 });
  const february = currencies[0]?.months.find(({ month }) => month === "2026-02");
  await renewAt(gym, "2026-02-10T03:00:00Z");
  expect([await last(gym, children[0]), await last(gym, children[1])]).toEqual(["5000", "4500"]);
  expect(february?.recurring_minor).toBe(9500);
  await renewAt(gym, "2026-03-10T03:00:00Z");
  expect([await last(gym, parent), await last(gym, children[0]), await last(gym, children[1])]).toEqual([
    ...["5000", "4500", "3000"],
  ]);
});

test("J4 a late run bills each period as its first day was", async () => {
  const { gym, clock, children, first } = await familyGym();
  await payAll(gym);
  clock.set("2026-01-20T12:00:00Z");
  await freezeMembership(owner(gym), { id: first.id, from_on: "2026-02-01", to_on: "2026-02-28" });
  await renewAt(gym, "2026-03-20T03:00:00Z");
  expect((await billedTo(gym, children[0])).map((line) => line.split(" ").at(-1))).toEqual(["4500", "5000", "4500"]);
});

test("J4 another payer is another family, and a company is none", async () => {
  const { gym, kit, children, plan } = await familyGym();
  const alone = await previewPayer(desk(gym), { id: kit.id });
  expect(alone.next_bill_minor).toBe(5000);
  const company = await newCompany(gym);
  expect((await previewPayer(desk(gym), { id: kit.id, payer_company_id: company.id })).next_bill_minor).toBe(5000);
  await changePayer(desk(gym), { id: kit.id });
  await renewAt(gym, "2026-02-10T03:00:00Z");
  expect([await last(gym, children[0]), await last(gym, children[1])]).toEqual(["5000", "4500"]);
  const transfer = await previewTransfer(owner(gym), { id: kit.id, to_member_id: await newMember(gym), fee_minor: 0 });
  expect([plan.name, transfer.after.next_bill_minor]).toEqual(["Gold", 5000]);
});

test("J4 a change of plan has the family discount of the new plan", async () => {
  const { gym, kit, children } = await familyGym();
  await payAll(gym);
  const silver = await newPlan(gym, {
    ...{ name: "Silver", price_minor: 4000, family_discounts: [{ from: 2, percent_bp: 5000, amount_minor: null }] },
  });
  const change = { id: kit.id, plan_id: silver.id, when: "period_end" as const };
  expect((await previewPlanChange(owner(gym), change)).after.next_bill_minor).toBe(2000);
  await changePlan(owner(gym), change);
  await renewAt(gym, "2026-02-10T03:00:00Z");
  expect(await last(gym, children[0])).toBe("2000");
});

test("J4 a plan whose discount was taken away bills the full price from the next bill on", async () => {
  const { gym, plan, children } = await familyGym();
  await updatePlan(owner(gym), { id: plan.id, family_discounts: [] });
  await renewAt(gym, "2026-02-10T03:00:00Z");
  expect(await last(gym, children[0])).toBe("5000");
});

test("J4 sales to one family at the same time have different places", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const plan = await newPlan(gym, { price_minor: 5000, family_discounts });
  await newSale(gym, { plan_id: plan.id });
  const children = [await newMember(gym), await newMember(gym)];
  await Promise.all(
    children.map((member_id) =>
      newSale(gym, { plan_id: plan.id, member_id, payer_member_id: gym.member_id, ...agreed }),
    ),
  );
  const totals = await Promise.all(children.map((member_id) => last(gym, member_id)));
  expect(totals.toSorted()).toEqual(["3000", "4500"]);
});

test("J4 steps are for ongoing plans, from the second member on, one for each number", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const [two] = family_discounts;
  const both = { from: 2, percent_bp: 1000, amount_minor: 500 };
  expect([
    await outcomeOf(newPlan(gym, { kind: "fixed_term", family_discounts })),
    await outcomeOf(newPlan(gym, { family_discounts: [two, two] as never })),
    await outcomeOf(newPlan(gym, { family_discounts: [both] })),
    await outcomeOf(newPlan(gym, { family_discounts: [{ from: 1, percent_bp: 1000, amount_minor: null }] })),
    await outcomeOf(newPlan(gym, { family_discounts })),
  ]).toEqual(["invalid_input", "invalid_input", "invalid_input", "invalid_input", "done"]);
});
