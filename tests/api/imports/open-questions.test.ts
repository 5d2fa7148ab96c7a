import { describe, expect, test } from "vitest";
import { readImport } from "@/lib/contracts/imports/import-rows";
import * as contracts from "@/lib/contracts/imports/imports";
import { listPlans } from "@/lib/contracts/memberships/membership-plans";
import { needsPublicData, publicBytes } from "@/tests/support/environment/public-data";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { checked, csv, done, monthlyAt, uploadCsv } from "@/tests/support/gym/imports";
import { call } from "@/tests/support/http/api";

const owner = (gym: Gym) => ({ token: gym.people.gym_owner.token });

/** Answers every open question as an owner does on the page: each plan is created, at the price of the file or at 50.00. */
async function answered(gym: Gym, id: string): Promise<void> {
  const { plans, dates } = await call(readImport, { id }, owner(gym));
  const names = plans.filter(({ plan_id }) => plan_id === null);
  const options = {
    ...(dates ? { date_format: "dmy" as const } : {}),
    plans: Object.fromEntries(names.map(({ name }) => [name, "create" as const])),
    new_plans: Object.fromEntries(
      names.map(({ name, proposed_price_minor }) => [
        name,
        { ...monthlyAt(proposed_price_minor ?? 5_000), is_free: proposed_price_minor === 0 },
      ]),
    ),
  };
  await call(contracts.updateImport, { id, options }, owner(gym));
}

const publicFiles = ["gympoint.csv", "teamup.csv", "status-words.csv", "title-rows.csv", "glofox.csv", "memonly.csv"];

describe.each(publicFiles)("the public file %s", (name) => {
  const { skip, note } = needsPublicData(`imports/${name}`);
  test.skipIf(skip)(`X16 has no open question once each is answered ${note}`, async () => {
    const gym = await newGym();
    const { id } = await uploadCsv(gym, publicBytes(`imports/${name}`), name);
    await answered(gym, id);
    const { open_questions } = await call(readImport, { id }, owner(gym));
    const left = open_questions.filter(({ question }) => question !== "name_column");
    expect(left).toEqual([]);
    if (open_questions.length > 0) return expect(["memonly.csv", "title-rows.csv"]).toContain(name);
    expect(await checked(gym, id)).toMatchObject({ status: "checked", failure: null });
  });
});

test("X16 an unfamiliar file in German: prices with a comma and a sign are the proposal, and phones are German", async () => {
  const gym = await newGym();
  const file = csv(
    "Vorname;Nachname;Telefon;Tarif;Beitrag;Vertragsbeginn",
    "Jörg;Müller;0151 23456789;Vital  Plus;59,90 €;01.03.2025",
    "Änne;Groß;0151 23456780;Vital Plus;59,90;15.03.2025",
    "Uwe;Fink;;Zehnerkarte;110,00 €;20.03.2025",
  );
  const job = await uploadCsv(gym, file);
  const { id } = job;
  const fields = ["first_name", "last_name", "mobile", "plan", "price", "starts_on"] as const;
  const mapping = Object.fromEntries(fields.map((field, position) => [String(position), field]));
  await call(contracts.updateImport, { id, mapping }, owner(gym));
  const { plans } = await call(readImport, { id }, owner(gym));
  expect(plans.map(({ name, rows, proposed_price_minor }) => [name, rows, proposed_price_minor])).toEqual([
    ["Vital Plus", 2, 5_990],
    ["Zehnerkarte", 1, 11_000],
  ]);
  await answered(gym, id);
  expect((await checked(gym, id)).summary).toMatchObject({ ready: 3, with_warnings: 0 });
  await done(gym, id);
  const { data } = await call(listPlans, {}, owner(gym));
  expect(data.map(({ name, price_minor }) => [name, price_minor]).sort()).toEqual([
    ["Vital Plus", 5_990],
    ["Zehnerkarte", 11_000],
  ]);
});
