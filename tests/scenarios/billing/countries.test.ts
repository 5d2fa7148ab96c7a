import { expect, test } from "vitest";
import { createTaxRate, listLegalEntities, updateLegalEntity } from "@/lib/domain/billing/entities";
import { changePlan, previewPlanChange } from "@/lib/domain/memberships";
import { billedTo, documentsOf, payAll, renewAt } from "@/tests/support/gym/bills";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newPlan, newSale } from "@/tests/support/gym/plans";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { openedAt } from "@/tests/support/jobs/schedules";

async function gymIn(time_zone: string, currency: string, iso: string): Promise<{ gym: Gym; clock: HandClock }> {
  const clock = new HandClock(iso);
  const gym = await newGym({ time_zone, currency, clock });
  await openedAt(gym, "2025-06-01T00:00:00Z");
  return { gym, clock };
}

/** A gym of Maharashtra that numbers its documents by financial year. GST fell from 18 % to 5 % on 22 September 2025. */
async function indianGym(iso: string) {
  const { gym, clock } = await gymIn("Asia/Kolkata", "INR", iso);
  const caller = gym.people.gym_owner.caller;
  const [entity] = (await listLegalEntities(caller, {})).data;
  if (!entity) throw new Error("Every gym has a legal entity");
  await updateLegalEntity(caller, {
    ...{ id: entity.id, country: "IN", state_code: "27", financial_year_starts_in: 4, numbers_by_year: true },
  });
  const gst = { id: entity.id, tax_class: "membership", name: "GST", kind: "gst" } as const;
  await createTaxRate(caller, { ...gst, rate_ppm: 180_000, from_on: "2017-07-01", to_on: "2025-09-21" });
  await createTaxRate(caller, { ...gst, rate_ppm: 50_000, from_on: "2025-09-22" });
  return { gym, clock };
}

test("L3 L8 L9 an Indian member is billed over 22 September and over 1 April", async () => {
  const { gym } = await indianGym("2025-08-31T06:00:00Z");
  const plan = await newPlan(gym, { price_minor: 199_900, is_price_with_tax: false });
  await newSale(gym, { plan_id: plan.id });
  // 02:00 in India is 20:30 UTC of the day before.
  await renewAt(gym, "2025-09-29T21:00:00Z");
  await renewAt(gym, "2026-03-30T21:00:00Z");
  await renewAt(gym, "2026-04-29T21:00:00Z");
  expect(await documentsOf(gym)).toEqual([
    "INV/25-26/00001 2025-08-31 net 199900 CGST 17991 SGST 17991 total 235882",
    "INV/25-26/00002 2025-09-30 net 199900 CGST 4997 SGST 4998 total 209895",
    // The months that were missed are billed on one day, each for itself.
    ...[3, 4, 5, 6, 7, 8].map((n) => `INV/25-26/0000${n} 2026-03-31 net 199900 CGST 4997 SGST 4998 total 209895`),
    "INV/26-27/00001 2026-04-30 net 199900 CGST 4997 SGST 4998 total 209895",
  ]);
});

test("C10 L10 yen have no decimals, and parts of a month are whole yen", async () => {
  const { gym, clock } = await gymIn("Asia/Tokyo", "JPY", "2026-06-01T03:00:00Z");
  const [light, full] = [
    await newPlan(gym, { name: "Light", price_minor: 7_700 }),
    await newPlan(gym, { name: "Full", price_minor: 9_999 }),
  ];
  const { id } = await newSale(gym, { plan_id: light.id });
  await payAll(gym);
  clock.set("2026-06-10T03:00:00Z");
  const change = { id, plan_id: full.id, when: "now" } as const;
  expect((await previewPlanChange(gym.people.gym_owner.caller, change)).lines.map(({ why }) => why)).toEqual([
    "JP¥5,390 = JP¥7,700 × 21 of 30 days, 10\u2009–\u200930 June 2026, because the plan changed from Light to Full on 10 June 2026.",
    "JP¥6,999 = JP¥9,999 × 21 of 30 days, 10\u2009–\u200930 June 2026, because the plan changed from Light to Full on 10 June 2026.",
  ]);
  await changePlan(gym.people.gym_owner.caller, change);
  await renewAt(gym, "2026-06-30T18:00:00Z");
  expect(await billedTo(gym)).toEqual([
    "INV-00001 period 2026-06-01 2026-06-30 7700",
    "INV-00002 plan_change_credit 2026-06-10 2026-06-30 -5390",
    "INV-00002 plan_change_charge 2026-06-10 2026-06-30 6999",
    "INV-00003 period 2026-07-01 2026-07-31 9999",
  ]);
});

test("C10 L10 dinars have three decimals", async () => {
  const { gym, clock } = await gymIn("Asia/Kuwait", "KWD", "2026-02-11T08:00:00Z");
  const plan = await newPlan(gym, { name: "Monthly on the 1st", price_minor: 25_000, billing_day: 1 });
  await newSale(gym, { plan_id: plan.id });
  clock.set("2026-03-01T08:00:00Z");
  await renewAt(gym, "2026-02-28T23:30:00Z");
  expect(await documentsOf(gym)).toEqual([
    // 25.000 × 18 of 28 days.
    "INV-00001 2026-02-11 net 16071 total 16071",
    "INV-00002 2026-03-01 net 25000 total 25000",
  ]);
});
