import { expect, test } from "vitest";
import { issueCreditNote, voidInvoice } from "@/lib/domain/billing/corrections";
import { grantCredit } from "@/lib/domain/billing/credits";
import { listLegalEntities, updateLegalEntity } from "@/lib/domain/billing/entities";
import { explainInvoice, getInvoice, listInvoices } from "@/lib/domain/billing/invoices";
import { lateFees } from "@/lib/domain/billing/late-fees";
import { recordPayment } from "@/lib/domain/billing/payments";
import { fixedClock } from "@/lib/kernel/clock";
import { lateFeeOf } from "@/lib/values/late-fee";
import { newPayingCompany } from "@/tests/support/gym/companies";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { draftOf, issueAll, newTaxRate } from "@/tests/support/gym/invoices";
import { asJob } from "@/tests/support/jobs/as-job";

const due = "2026-03-05";
const clockOn = (day: string) => fixedClock(`${day}T09:00:00Z`);
const ownerOn = (gym: Gym, day: string) => ({ ...gym.people.gym_owner.caller, clock: clockOn(day) });
const fee = { after_days: 10, kind: "amount" as const, amount_minor: 500 };

/** A gym that charges late fees since the day. */
async function chargingGym(late_fee: Parameters<typeof updateLegalEntity>[1]["late_fee"] = fee, since = "2026-03-01") {
  const gym = await newGym({ time_zone: "UTC" });
  const { data } = await listLegalEntities(ownerOn(gym, since), {});
  await updateLegalEntity(ownerOn(gym, since), { id: data[0]?.id ?? "", late_fee });
  return gym;
}

async function owing(gym: Gym, fields: Parameters<typeof draftOf>[1] = {}, payer = {}, on = due) {
  const [one] = await issueAll(gym, [{ ...draftOf(gym, fields), ...payer } as never], clockOn(on));
  if (!one) throw new Error("An invoice was not issued");
  return one;
}

const runOn = (gym: Gym, run_on: string) =>
  asJob(gym, clockOn(run_on), (ctx) =>
    lateFees.run(ctx, { location: { id: gym.location_id, name: "Main", time_zone: "UTC" }, run_on }),
  );

const feesOf = async (gym: Gym) =>
  (await listInvoices(gym.people.gym_owner.caller, {})).data.filter(({ origin }) => origin === "late_fee");

test("an overdue invoice is charged once, after the days, with an invoice of its own that says why", async () => {
  const gym = await chargingGym();
  const late = await owing(gym);
  expect(await runOn(gym, "2026-03-14")).toMatchObject({ acted: 0 });
  expect(await runOn(gym, "2026-03-15")).toMatchObject({ acted: 1 });
  expect(await runOn(gym, "2026-03-16")).toMatchObject({ acted: 0 });
  const [one, ...others] = await feesOf(gym);
  expect(others).toEqual([]);
  expect(one).toMatchObject({ total_minor: 500, payer: { id: gym.member_id }, issued_on: "2026-03-15" });
  const { data } = await explainInvoice(gym.people.gym_owner.caller, { id: one?.id ?? "" });
  expect(data[0]?.sentence).toBe(
    `€5.00, because ${late.number} was due on 5 March 2026 and €59.00 of it was still open 10 days later.`,
  );
});

test("runs at the same time charge an invoice once", async () => {
  const gym = await chargingGym();
  await owing(gym);
  await Promise.allSettled(Array.from({ length: 8 }, () => runOn(gym, "2026-03-15")));
  expect(await feesOf(gym)).toHaveLength(1);
});

test("nothing is charged where no fee is set, for what is paid, void, covered by credit, imported, or a fee itself", async () => {
  const without = await newGym({ time_zone: "UTC" });
  await owing(without);
  expect(await runOn(without, "2026-04-15")).toEqual({ found: 0, acted: 0 });
  const gym = await chargingGym();
  const payers = [await newMember(gym), await newMember(gym), await newMember(gym)] as const;
  await owing(gym, { member_id: payers[0] });
  const gone = await owing(gym, { member_id: payers[1] });
  await owing(gym, { member_id: payers[2] });
  await owing(gym, { origin: "import" });
  await recordPayment(ownerOn(gym, due), { member_id: payers[0], method: "card_terminal", amount_minor: 5_900 });
  await voidInvoice(ownerOn(gym, due), { id: gone.id, reason: "Entered twice" });
  await grantCredit(ownerOn(gym, due), { id: payers[2], amount_minor: 5_900, reason: "Goodwill" });
  expect(await runOn(gym, "2026-03-15")).toMatchObject({ acted: 0 });
  await owing(gym, {}, {}, "2026-03-06");
  expect(await runOn(gym, "2026-03-20")).toMatchObject({ acted: 1 });
  expect(await runOn(gym, "2026-05-20")).toMatchObject({ acted: 0 });
});

test("invoices that were issued before the fee was set are not charged", async () => {
  const gym = await chargingGym(fee, "2026-03-06");
  await owing(gym);
  expect(await runOn(gym, "2026-03-20")).toMatchObject({ acted: 0 });
});

test("a percentage counts what is still open, up to its maximum, with the tax of its class", async () => {
  const gym = await chargingGym({
    ...{ after_days: 10, kind: "percent", rate_ppm: 50_000, max_minor: 200, tax_class: "fees" },
  });
  await newTaxRate(gym, 200_000, "fees");
  const [ana, ben] = [await newMember(gym), await newMember(gym)];
  await owing(gym, { member_id: ana });
  await owing(gym, { member_id: ben });
  await recordPayment(ownerOn(gym, due), { member_id: ben, method: "card_terminal", amount_minor: 3_900 });
  await runOn(gym, "2026-03-15");
  const totals = (await feesOf(gym)).map(({ payer, total_minor }) => [payer.id, total_minor]);
  expect(new Map(totals as [string, number][])).toEqual(
    new Map([
      [ana, 200],
      [ben, 100],
    ]),
  );
  const [one] = await feesOf(gym);
  expect((await getInvoice(gym.people.gym_owner.caller, { id: one?.id ?? "" })).tax_minor).toBeGreaterThan(0);
  expect(lateFeeOf({ after_days: 1, tax_class: "x", kind: "percent", rate_ppm: 15_000, max_minor: null }, 3_333)).toBe(
    50,
  );
});

test("J2 a company that pays late is charged itself, and staff waive the fee with a credit note", async () => {
  const gym = await chargingGym();
  const company_id = await newPayingCompany(gym);
  await owing(gym, {}, { payer_member_id: null, payer_company_id: company_id });
  await runOn(gym, "2026-03-15");
  const [one] = await feesOf(gym);
  expect(one?.payer).toMatchObject({ kind: "company", id: company_id });
  const waived = { id: one?.id ?? "", amount_minor: 500, reason: "Waived: the transfer was late by a day" };
  await issueCreditNote(ownerOn(gym, "2026-03-16"), waived);
  expect((await getInvoice(gym.people.gym_owner.caller, { id: waived.id })).open_minor).toBe(0);
  expect(await runOn(gym, "2026-03-17")).toMatchObject({ acted: 0 });
});
