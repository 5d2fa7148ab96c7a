import { randomBytes } from "node:crypto";
import { beforeAll, expect, inject, test } from "vitest";
import { seedDemo } from "@/db/seed/index";
import { fixedClock } from "@/lib/kernel/clock";
import { withConnection } from "@/scripts/database/connect";
import { cloneDatabase } from "@/scripts/postgres/temporary-cluster";
import { verifyLedger } from "@/scripts/verify-ledger/verify";
import { asSuperuser } from "./databases";

/** A Thursday: 18:30 in Brooklyn, 15:30 in Venice Beach, 04:00 on Friday in Pune. */
const clock = fixedClock("2026-03-12T22:30:00Z");
let url: string;

beforeAll(async () => {
  const { owner_url } = await cloneDatabase(inject("cluster"), `year_${randomBytes(4).toString("hex")}`);
  await seedDemo({ owner_url, clock }, () => {});
  url = asSuperuser(owner_url);
}, 240_000);

async function rows<T = Record<string, unknown>>(sql: string): Promise<T[]> {
  return withConnection(url, async (client) => (await client.query(sql)).rows as T[]);
}

test("the books of every demo gym are balanced", async () => {
  expect(await withConnection(url, verifyLedger)).toBeNull();
});

test("a year of bills: every month has sales and renewals in each gym", async () => {
  const months = await rows<{ slug: string; months: number; least: number }>(
    `select slug, count(*)::int as months, min(n)::int as least from (
       select o.slug, date_trunc('month', i.issued_on) as month, count(*) as n
       from invoices i join organizations o on o.id = i.organization_id
       where i.kind = 'invoice' and i.issued_on between '2025-04-01' and '2026-02-28' group by 1, 2) of_month group by 1 order by 1`,
  );
  expect(months.map(({ slug, months: count }) => [slug, count])).toEqual([
    ["iron-temple", 11],
    ["shakti-fitness", 11],
  ]);
  for (const { least } of months) expect(least).toBeGreaterThan(20);
});

test("numbers rise with the day of issue, in every series", async () => {
  const wrong = await rows(
    `select number from (select number, issued_on, lag(issued_on) over (partition by series_id order by sequence) as before
       from invoices) document where issued_on < before`,
  );
  expect(wrong).toEqual([]);
});

test("money came in every way that the country knows, and some went back", async () => {
  const ways = await rows<{ slug: string; ways: string[] }>(
    `select o.slug, array_agg(distinct p.method order by p.method) as ways from payments p
     join organizations o on o.id = p.organization_id group by 1 order by 1`,
  );
  expect(ways).toEqual([
    { slug: "iron-temple", ways: ["bank_transfer", "card_terminal", "cash", "cheque"] },
    { slug: "shakti-fitness", ways: ["bank_transfer", "card_terminal", "cash", "cheque", "upi"] },
  ]);
  const [rare] = await rows<Record<string, number>>(
    `select (select count(*)::int from refunds) as refunds, (select count(*)::int from invoices where kind = 'credit_note') as notes,
       (select count(*)::int from invoices where voided_at is not null) as voided,
       (select count(*)::int from invoices where written_off_at is not null) as written_off,
       (select count(*)::int from payments where reversed_at is not null) as reversed,
       (select count(*)::int from account_credits where source = 'overpayment') as overpaid,
       (select count(*)::int from coupon_redemptions) as coupons,
       (select count(*)::int from membership_freezes where fee_minor > 0) as fees,
       (select count(*)::int from memberships where next_plan_id is not null) as waiting,
       (select count(*)::int from invoices where payer_company_id is not null) as companies`,
  );
  for (const [name, count] of Object.entries(rare ?? {})) expect([name, count > 1]).toEqual([name, true]);
});

test("tills were counted, and each gym's report numbers have no gap", async () => {
  const tills = await rows<{ last: number; closed: number; differing: number }>(
    `select location_id, max(report_number)::int as last, count(*) filter (where closed_at is not null)::int as closed,
       count(*) filter (where counted_minor <> expected_minor)::int as differing from till_sessions group by 1`,
  );
  expect(tills.length).toBe(4);
  for (const { last, closed } of tills) {
    expect(closed).toBeGreaterThan(30);
    expect(last).toBe(closed);
  }
  expect(tills.reduce((sum, { differing }) => sum + differing, 0)).toBeGreaterThan(3);
});

test("every tax that is confirmed is on the bills, and GST is split", async () => {
  const taxes = await rows<{ slug: string; names: string[] }>(
    `select o.slug, array_agg(distinct t ->> 'name' order by t ->> 'name') as names from invoice_lines l
     join organizations o on o.id = l.organization_id, jsonb_array_elements(l.taxes) t group by 1 order by 1`,
  );
  expect(taxes).toEqual([
    { slug: "iron-temple", names: ["NYC sales tax"] },
    { slug: "shakti-fitness", names: ["CGST", "SGST"] },
  ]);
});
