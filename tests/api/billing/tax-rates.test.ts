import { expect, test } from "vitest";
import * as contracts from "@/lib/contracts/billing/tax-rates";
import { issueAt, line } from "@/tests/support/billing/issue";
import { defaultEntity, newRate } from "@/tests/support/billing/settings";
import { newGym } from "@/tests/support/gym/gym";
import { call, refusal } from "@/tests/support/http/api";

const vat = { name: "VAT", kind: "vat", rate_ppm: 200_000, from_on: "2026-01-01" } as const;

test("documents carry no tax until the owner confirms it, and then that of the day of supply", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const { id } = await defaultEntity(gym);
  const issued = async () =>
    (await issueAt(gym, "2026-03-02T09:00:00Z", [[line({ list_minor: 1_200 })]])).map(({ tax_minor }) => tax_minor);
  expect(await issued()).toEqual([0]);
  const confirmed = await call(contracts.confirmTaxes, { id, rates: [vat] }, { token });
  expect(confirmed.data).toMatchObject([{ name: "VAT", rate_ppm: 200_000, tax_class: "standard", is_used: false }]);
  expect((await defaultEntity(gym)).taxes_confirmed_at).toBe(confirmed.taxes_confirmed_at);
  expect(await issued()).toEqual([200]);
});

test("a gym without tax confirms that it has none", async () => {
  const gym = await newGym();
  const { id } = await defaultEntity(gym);
  const confirmed = await call(contracts.confirmTaxes, { id, rates: [] }, { token: gym.people.gym_owner.token });
  expect(confirmed.data).toEqual([]);
  expect((await defaultEntity(gym)).taxes_confirmed_at).not.toBeNull();
});

test("L9 two rates of one tax never apply on the same day; the next one begins on the day after", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const { id, legal_entity_id } = await newRate(gym);
  const later = { id: legal_entity_id, ...vat, rate_ppm: 210_000, from_on: "2026-07-01" };
  const refused = await refusal(contracts.createTaxRate, later, { token });
  expect([refused.status, refused.detail]).toEqual([
    409,
    "Two rates of this tax would apply on the same day. End the earlier one on the day before the later one begins.",
  ]);
  await call(contracts.updateTaxRate, { id: legal_entity_id, rate_id: id, to_on: "2026-06-30" }, { token });
  expect(await call(contracts.createTaxRate, later, { token })).toMatchObject({ from_on: "2026-07-01", to_on: null });
  const city = { ...later, name: "City tax", from_on: "2026-01-01" };
  expect((await call(contracts.createTaxRate, city, { token })).name).toBe("City tax");
  const reopened = await refusal(contracts.updateTaxRate, { id: legal_entity_id, rate_id: id, to_on: null }, { token });
  expect(reopened.code).toBe("conflict");
});

test("a rate that documents were issued with is only ended, not before the last day that it was charged for", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const { id: rate_id, legal_entity_id: id } = await newRate(gym);
  const free = await call(
    contracts.updateTaxRate,
    { id, rate_id, rate_ppm: 190_000, from_on: "2012-01-01" },
    { token },
  );
  expect([free.rate_ppm, free.is_used]).toEqual([190_000, false]);
  await issueAt(gym, "2099-03-02T09:00:00Z", [[line({ due_on: "2026-03-02" })]]);
  for (const change of [{ rate_ppm: 200_000 }, { from_on: "2012-01-02" }, { name: "Tax" }, { to_on: "2026-03-01" }]) {
    const refused = await refusal(contracts.updateTaxRate, { id, rate_id, ...change }, { token });
    expect([refused.status, refused.code], JSON.stringify(change)).toEqual([409, "in_use"]);
  }
  const ended = await call(contracts.updateTaxRate, { id, rate_id, to_on: "2026-03-02" }, { token });
  expect([ended.to_on, ended.is_used]).toEqual(["2026-03-02", true]);
});

test.each([
  [{ rate_ppm: 1_000_001 }, "rate_ppm"],
  [{ rate_ppm: -1 }, "rate_ppm"],
  [{ rate_ppm: 0.5 }, "rate_ppm"],
  [{ to_on: "2025-12-31" }, "to_on"],
  [{ from_on: "2026-02-30" }, "from_on"],
  [{ name: " " }, "name"],
])("a rate with %j is refused at %s", async (fields, field) => {
  const gym = await newGym();
  const { id } = await defaultEntity(gym);
  const refused = await refusal(
    contracts.createTaxRate,
    { id, ...vat, ...fields },
    { token: gym.people.gym_owner.token },
  );
  expect([refused.status, refused.errors?.[0]?.field]).toEqual([422, field]);
});
