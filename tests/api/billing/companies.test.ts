import { expect, test } from "vitest";
import * as contracts from "@/lib/contracts/billing/companies";
import { issueAt, line } from "@/tests/support/billing/issue";
import { newCompany } from "@/tests/support/billing/settings";
import { newGym } from "@/tests/support/gym/gym";
import { call, refusal } from "@/tests/support/http/api";

test("companies are listed by name, page by page, and found by a part of name, tax id or address", async () => {
  const gym = await newGym();
  const { token } = gym.people.receptionist;
  for (const name of ["beta Works", "Alpha 100% Ltd", "Gamma_Ltd"]) await newCompany(gym, { name });
  const first = await call(contracts.listCompanies, { limit: 2 }, { token });
  const second = await call(contracts.listCompanies, { limit: 2, cursor: first.next_cursor ?? "" }, { token });
  expect([first.data, second.data].map((page) => page.map(({ name }) => name))).toEqual([
    ["Alpha 100% Ltd", "beta Works"],
    ["Gamma_Ltd"],
  ]);
  const found = async (q: string) =>
    (await call(contracts.listCompanies, { q }, { token })).data.map(({ name }) => name);
  expect([await found("WORKS"), await found("%"), await found("a_l")]).toEqual([
    ["beta Works"],
    ["Alpha 100% Ltd"],
    ["Gamma_Ltd"],
  ]);
});

test("J2 L12 names differ, and the tax id has the format of the country", async () => {
  const gym = await newGym();
  const { token } = gym.people.receptionist;
  const { name } = await newCompany(gym, { name: "Brightwater" });
  const twin = await refusal(contracts.createCompany, { name: name.toUpperCase() }, { token });
  expect([twin.status, twin.code]).toEqual([409, "already_exists"]);
  const refused = await refusal(contracts.createCompany, { name: "Other", country: "DE", tax_id: "DE12" }, { token });
  expect([refused.errors?.[0]?.field, refused.errors?.[0]?.message]).toEqual([
    "tax_id",
    "A VAT number of Germany is DE and 9 digits.",
  ]);
});

test("a company with an open invoice is not archived; without one it leaves the list and its name is free again", async () => {
  const gym = await newGym();
  const { token } = gym.people.receptionist;
  const [owing, idle] = [await newCompany(gym), await newCompany(gym, { name: "Idle" })];
  await issueAt(gym, "2026-03-02T09:00:00Z", [[line()]], { company_id: owing.id });
  const refused = await refusal(contracts.archiveCompany, { id: owing.id }, { token });
  expect([refused.status, refused.code]).toEqual([409, "in_use"]);
  await call(contracts.archiveCompany, { id: idle.id }, { token });
  expect((await call(contracts.listCompanies, {}, { token })).data.map(({ id }) => id)).toEqual([owing.id]);
  expect((await newCompany(gym, { name: "Idle" })).id).not.toBe(idle.id);
});

test("two people who change a company at once: the second is told", async () => {
  const gym = await newGym();
  const { token } = gym.people.receptionist;
  const { id } = await newCompany(gym);
  const headers = { "if-match": '"1"' };
  await call(contracts.updateCompany, { id, address: "1 Dock Road" }, { token, headers });
  const refused = await refusal(contracts.updateCompany, { id, address: "2 Dock Road" }, { token, headers });
  expect(refused.status).toBe(412);
});
