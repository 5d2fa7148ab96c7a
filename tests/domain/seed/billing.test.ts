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
    { slug: "iron-temple", ways: ["bank_transfer", "card", "card_terminal", "cash", "cheque"] },
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

test("the sandbox of the demo has charges of every end, and each payment of it is in the books and in a payout", async () => {
  const ends = await rows(
    `select o.slug, a.status, count(*) > 0 as some from payment_attempts a join organizations o on o.id = a.organization_id
     group by 1, 2 order by 2`,
  );
  expect(ends).toEqual(
    ["failed", "requires_action", "succeeded"].map((status) => ({ slug: "iron-temple", status, some: true })),
  );
  const [sums] = await rows(
    `select (select count(*) from saved_methods where ended_at is null) > 5 as saved,
       (select count(*) from gateway_events where status = 'processed') > 20 as heard,
       (select count(*) from payouts where status = 'paid' and booked_at is not null) > 0 as paid_out,
       (select count(*)::int from payout_items where mismatch is not null) as mismatches,
       (select count(*)::int from payouts where mismatch is not null) as odd,
       (select count(*)::int from payment_attempts a join payments p on p.id = a.payment_id
          where p.amount_minor <> a.amount_minor or p.charge_ref <> a.charge_ref) as differing`,
  );
  expect(sums).toEqual({ saved: true, heard: true, paid_out: true, mismatches: 0, odd: 0, differing: 0 });
});

test("one dispute of the demo was won, and one is undecided", async () => {
  const disputes = await rows<{ status: string }>("select status from disputes order by opened_at");
  expect(disputes.map(({ status }) => status)).toEqual(["won", expect.stringMatching(/needs_response|warning/)]);
});

test("failed payments of the demo stand at different stations, as their attempts say", async () => {
  const cases = await rows<{ status: string; tries: number }>("select status, tries from dunning_cases");
  expect(cases.length).toBeGreaterThanOrEqual(4);
  expect(new Set(cases.map(({ tries }) => tries)).size).toBeGreaterThan(1);
  expect(new Set(cases.map(({ status }) => status)).size).toBeGreaterThan(1);
  const wrong = await rows(
    `select d.id from dunning_cases d join invoices i on i.id = d.invoice_id
     where i.open_minor = 0 or (d.next_try_at is not null and d.next_try_at <= '${clock.now()}')
       or d.tries <> (select count(*) from payment_attempts a where a.invoice_id = d.invoice_id and a.status = 'failed')
       or d.tries <> (select count(*) from dunning_steps s where s.case_id = d.id and s.kind = 'refused')`,
  );
  expect(wrong).toEqual([]);
});
