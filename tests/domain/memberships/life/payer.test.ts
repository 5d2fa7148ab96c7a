import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { companies, invoices, members } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { archiveCompany } from "@/lib/domain/billing/companies";
import { grantCredit } from "@/lib/domain/billing/credits";
import { archiveMember } from "@/lib/domain/members";
import {
  changePayer,
  getTimeline,
  listMemberships,
  previewPayer,
  quoteMembership,
  renewMembership,
} from "@/lib/domain/memberships";
import type { Caller } from "@/lib/kernel/caller";
import { newCompany } from "@/tests/support/billing/settings";
import { balanceOf, renewAt } from "@/tests/support/gym/bills";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { desk, gymAt, outcomeOf, owner } from "@/tests/support/gym/london";
import { newPlan, newSale } from "@/tests/support/gym/plans";

const agreed = { accepted_how: "signed_form", accepted_on: "2026-01-10" } as const;

/** "total payer" of each invoice, oldest first. */
const paidBy = (gym: Gym) =>
  inTenant({ organization_id: gym.organization_id, user_id: null }, async (db) => {
    const rows = await db
      .select()
      .from(invoices)
      .where(eq(invoices.organization_id, gym.organization_id))
      .orderBy(invoices.sequence);
    return rows.map(
      ({ total_minor, payer_member_id, payer_company_id }) => `${total_minor} ${payer_company_id ?? payer_member_id}`,
    );
  });

test("J3 the new payer pays from the next invoice on, and the old one keeps what was issued", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym);
  const company = await newCompany(gym);
  const preview = await previewPayer(desk(gym), { id, payer_company_id: company.id });
  expect(preview).toMatchObject({
    ...{
      before: { kind: "member", id: gym.member_id },
      after: { kind: "company", id: company.id, name: company.name },
    },
    ...{ next_bill_on: "2026-02-10", next_bill_minor: 5900, credit_minor: 0, stays_unpaid_minor: 5900 },
  });
  const changed = await changePayer(desk(gym), { id, payer_company_id: company.id, ...agreed });
  expect(changed.payer).toEqual({ kind: "company", id: company.id, name: company.name });
  await renewAt(gym, "2026-02-10T03:00:00Z");
  expect(await paidBy(gym)).toEqual([`5900 ${gym.member_id}`, `5900 ${company.id}`]);
  clock.set("2026-02-11T12:00:00Z");
  const back = await changePayer(desk(gym), { id });
  expect(back.payer).toBeNull();
  await renewAt(gym, "2026-03-10T03:00:00Z");
  expect((await paidBy(gym)).at(-1)).toBe(`5900 ${gym.member_id}`);
  const { data } = await getTimeline(owner(gym), { id });
  expect(data.filter(({ kind }) => kind === "payer_changed").map(({ sentence }) => sentence)).toEqual([
    `Mina Member pays from the next invoice on, instead of ${company.name}.`,
    `${company.name} pays from the next invoice on, instead of Mina Member. Agreed by a signed form on 10 January 2026.`,
  ]);
});

test("J3 nobody pays for another without having agreed, and not from a later day", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const [{ id }, parent] = [await newSale(gym), await newMember(gym)];
  const choice = { id, payer_member_id: parent };
  expect([
    await outcomeOf(changePayer(desk(gym), choice)),
    await outcomeOf(changePayer(desk(gym), { ...choice, accepted_how: "in_person" })),
    await outcomeOf(changePayer(desk(gym), { ...choice, accepted_how: "in_person", accepted_on: "2026-01-11" })),
    await outcomeOf(changePayer(desk(gym), { ...choice, ...agreed })),
    await outcomeOf(changePayer(desk(gym), { ...choice, ...agreed })),
  ]).toEqual(["invalid_input", "invalid_input", "invalid_input", "done", "conflict"]);
});

test("J2 a payer is of the same gym, not archived, and one only", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym);
  const other = await newGym();
  const archived = await newMember(gym, { archived_at: "2026-01-01T00:00:00Z" });
  const company = await newCompany(gym);
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db
      .update(companies)
      .set({ archived_at: "2026-01-01T00:00:00Z" })
      .where(eq(companies.organization_id, gym.organization_id)),
  );
  const tries = [
    { payer_member_id: await newMember(other) },
    { payer_company_id: (await newCompany(other)).id },
    { payer_member_id: archived },
    { payer_company_id: company.id },
    { payer_member_id: await newMember(gym), payer_company_id: company.id },
  ];
  const outcomes = [];
  for (const payer of tries) outcomes.push(await outcomeOf(changePayer(desk(gym), { id, ...payer, ...agreed })));
  expect(outcomes).toEqual(["not_found", "not_found", "invalid_input", "invalid_input", "invalid_input"]);
});

test("K19 the account credit of a payer pays the payer's invoices only", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const { id } = await newSale(gym);
  const parent = await newMember(gym, { first_name: "Pat" });
  await grantCredit(owner(gym), { id: gym.member_id, amount_minor: 1_000, reason: "Cold showers" });
  await grantCredit(owner(gym), { id: parent, amount_minor: 2_500, reason: "Cold showers" });
  const preview = await previewPayer(desk(gym), { id, payer_member_id: parent });
  expect(preview.credit_minor).toBe(2_500);
  await changePayer(desk(gym), { id, payer_member_id: parent, ...agreed });
  await renewAt(gym, "2026-02-10T03:00:00Z");
  expect(await balanceOf(gym)).toEqual({ credit: 1_000, open: 5_900 });
  expect(await balanceOf(gym, parent)).toEqual({ credit: 0, open: 3_400 });
});

test("J2 a sale with a payer bills the payer, quote and sale agree, and the payer's page lists it", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const [plan, company] = [await newPlan(gym), await newCompany(gym)];
  const sale = { plan_id: plan.id, member_id: gym.member_id, payer_company_id: company.id };
  const quote = await quoteMembership(desk(gym), sale);
  expect(quote.payer).toEqual({ kind: "company", id: company.id, name: company.name });
  expect(await outcomeOf(newSale(gym, sale))).toBe("invalid_input");
  const sold = await newSale(gym, { ...sale, payer_accepted_how: "email", payer_accepted_on: "2026-01-09" });
  expect(sold.payer).toEqual(quote.payer);
  expect(await paidBy(gym)).toEqual([`${quote.total_minor} ${company.id}`]);
  const { data } = await listMemberships(desk(gym), { payer_company_id: company.id });
  expect(data.map(({ id }) => id)).toEqual([sold.id]);
  const { data: entries } = await getTimeline(owner(gym), { id: sold.id });
  expect(entries.at(-1)?.sentence).toContain(`Paid by ${company.name}. Agreed by e-mail on 9 January 2026.`);
});

test("J3 a payer change and a renewal at the same time: each invoice has one payer, and the last one is the new payer's", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const sales = await Promise.all(Array.from({ length: 6 }, () => newSale(gym)));
  const company = await newCompany(gym);
  clock.set("2026-02-10T03:00:00Z");
  await Promise.all([
    renewAt(gym, "2026-02-10T03:00:00Z"),
    ...sales.map(({ id }) => changePayer(owner(gym), { id, payer_company_id: company.id, ...agreed })),
  ]);
  await renewAt(gym, "2026-03-10T03:00:00Z");
  const lines = await paidBy(gym);
  expect(lines).toHaveLength(18);
  expect(lines.slice(0, 6).every((line) => line.endsWith(gym.member_id))).toBe(true);
  expect(lines.slice(12).every((line) => line.endsWith(company.id))).toBe(true);
  const { data } = await listMemberships(owner(gym), { payer_company_id: company.id });
  expect(data.map(({ next_bill_on }) => next_bill_on)).toEqual(Array(6).fill("2026-04-10"));
});

test("J3 two who change the payer at the same time: one wins, and the other is told", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const { id, version } = await newSale(gym);
  const [a, b] = [await newCompany(gym), await newCompany(gym)];
  const attempt = (caller: Caller, payer_company_id: string) =>
    outcomeOf(changePayer.execute(caller, { id, payer_company_id, ...agreed }, { if_match: version }));
  const outcomes = await Promise.all([attempt(owner(gym), a.id), attempt(desk(gym), b.id)]);
  expect(outcomes.toSorted()).toEqual(["done", "version_conflict"]);
});

test("J2 the renewal of a term keeps its payer, unless the payer was archived", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const plan = await newPlan(gym, { kind: "fixed_term", interval_count: 1 });
  const parent = await newMember(gym, { first_name: "Pat", last_name: "Parent" });
  const paid = { payer_member_id: parent, payer_accepted_how: "email", payer_accepted_on: "2026-01-09" } as const;
  const [one, two] = [
    await newSale(gym, { plan_id: plan.id, ...paid }),
    await newSale(gym, { plan_id: plan.id, ...paid }),
  ];
  expect((await renewMembership(desk(gym), { id: one.id })).payer?.id).toBe(parent);
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.update(members).set({ archived_at: "2026-01-10T00:00:00Z" }).where(eq(members.id, parent)),
  );
  expect(await outcomeOf(renewMembership(desk(gym), { id: two.id }))).toBe("invalid_input");
});

test("J2 a member or company that pays for a running membership is not archived", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  const [{ id }, company, parent] = [await newSale(gym), await newCompany(gym), await newMember(gym)];
  await changePayer(owner(gym), { id, payer_company_id: company.id, ...agreed });
  expect(await outcomeOf(archiveCompany(owner(gym), { id: company.id }))).toBe("in_use");
  await changePayer(owner(gym), { id, payer_member_id: parent, ...agreed });
  expect(await outcomeOf(archiveMember(owner(gym), { id: parent }))).toBe("in_use");
  await changePayer(owner(gym), { id });
  expect(await outcomeOf(archiveCompany(owner(gym), { id: company.id }))).toBe("done");
  expect(await outcomeOf(archiveMember(owner(gym), { id: parent }))).toBe("done");
});
