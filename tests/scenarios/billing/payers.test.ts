import { expect, test } from "vitest";
import { recordPayment } from "@/lib/domain/billing/payments";
import { cancelMembership, freezeMembership, getMembership } from "@/lib/domain/memberships";
import { newCompany } from "@/tests/support/billing/settings";
import { billedTo, documentsOf, renewAt } from "@/tests/support/gym/bills";
import { newMember } from "@/tests/support/gym/gym";
import { gymAt, owner } from "@/tests/support/gym/london";
import { newPlan, newSale } from "@/tests/support/gym/plans";

const agreed = { payer_accepted_how: "signed_form", payer_accepted_on: "2026-01-10" } as const;

test("J2 J3 L12 a company pays for two members: each has own bills, one transfer pays them all, a leaver is billed no more", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const company = await newCompany(gym);
  const plan = await newPlan(gym, { price_minor: 4_500, joining_fee_minor: 2_000 });
  const [anna, boris] = [await newMember(gym, { first_name: "Anna" }), await newMember(gym, { first_name: "Boris" })];
  const bought = { plan_id: plan.id, payer_company_id: company.id, ...agreed };
  await newSale(gym, { member_id: anna, ...bought });
  const { id } = await newSale(gym, { member_id: boris, ...bought });
  await renewAt(gym, "2026-02-10T03:00:00Z");
  clock.set("2026-02-20T12:00:00Z");
  await cancelMembership(owner(gym), { id, when: "period_end" });
  const paid = { company_id: company.id, method: "bank_transfer", amount_minor: 20_000 } as const;
  const { invoices, credit_minor } = await recordPayment(owner(gym), paid);
  expect(invoices.map(({ number, amount_minor }) => `${number} ${amount_minor}`).toSorted()).toEqual([
    "INV-00001 6500",
    "INV-00002 6500",
    "INV-00003 4500",
    "INV-00004 2500",
  ]);
  await renewAt(gym, "2026-03-10T03:00:00Z");
  expect(await billedTo(gym, anna)).toEqual([
    "INV-00001 period 2026-01-10 2026-02-09 4500",
    "INV-00001 joining_fee 2026-01-10 2000",
    "INV-00003 period 2026-02-10 2026-03-09 4500",
    "INV-00005 period 2026-03-10 2026-04-09 4500",
  ]);
  expect(await billedTo(gym, boris)).toEqual([
    "INV-00002 period 2026-01-10 2026-02-09 4500",
    "INV-00002 joining_fee 2026-01-10 2000",
    "INV-00004 period 2026-02-10 2026-03-09 4500",
  ]);
  expect([credit_minor, (await documentsOf(gym)).length]).toEqual([0, 5]);
});

test("E14 a freeze of the payer's own membership leaves the memberships that they pay for running", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const child = await newMember(gym, { first_name: "Kim" });
  const own = await newSale(gym);
  const paid = await newSale(gym, { member_id: child, payer_member_id: gym.member_id, ...agreed });
  await freezeMembership(owner(gym), { id: own.id, from_on: "2026-01-20", to_on: "2026-02-10" });
  const other = await getMembership(owner(gym), { id: paid.id });
  expect([other.freeze, other.next_bill_on]).toEqual([null, "2026-02-10"]);
});
