import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/billing/ledger";
import { recognizeThrough } from "@/lib/domain/billing/ledger/recognition";
import { issueAt, line } from "@/tests/support/billing/issue";
import { newCompany, newRate } from "@/tests/support/billing/settings";
import { type Gym, newGym, newLocation } from "@/tests/support/gym/gym";
import { newBoundStaff } from "@/tests/support/gym/team";
import { call, refusal, send } from "@/tests/support/http/api";

const march = { from_on: "2026-03-01", to_on: "2026-03-30", due_on: "2026-03-01", list_minor: 3_600 };
const at = "2026-03-01T09:00:00Z";

/** A period of 30.00 and 6.00 tax, and a towel of 10.00 and 2.00 tax. */
async function gymWithInvoice() {
  const gym = await newGym();
  await newRate(gym);
  const [issued] = await issueAt(gym, at, [[line(march), line({ list_minor: 1_200, due_on: "2026-03-01" })]]);
  if (!issued) throw new Error("Nothing was issued");
  return { gym, issued, token: gym.people.admin.token };
}

const recognize = ({ organization_id, location_id }: Gym, through: string) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    recognizeThrough(
      { db, organization_id, now: Temporal.Instant.from(at) },
      { id: location_id, name: "Main", time_zone: "Europe/Berlin" },
      through,
    ),
  );

test("the trial balance has opening, debits, credits and closing of each account, and sums to zero", async () => {
  const { gym, token } = await gymWithInvoice();
  await recognize(gym, "2026-03-02");
  const { data, totals } = await call(contracts.getTrialBalance, { from: "2026-03-02", to: "2026-03-02" }, { token });
  expect(
    data.map((row) => [
      row.currency,
      row.account,
      row.opening_minor,
      row.debit_minor,
      row.credit_minor,
      row.closing_minor,
    ]),
  ).toEqual([
    ["EUR", "receivable", 4_800, 0, 0, 4_800],
    ["EUR", "deferred_revenue", -2_900, 100, 0, -2_800],
    ["EUR", "revenue", -1_100, 0, 100, -1_200],
    ["EUR", "tax", -800, 0, 0, -800],
  ]);
  expect(totals).toEqual([
    { currency: "EUR", opening_minor: 0, debit_minor: 100, credit_minor: 100, closing_minor: 0 },
  ]);
});

test("the journal is listed newest day first, page by page, and filtered by account, invoice, member and day", async () => {
  const { gym, issued, token } = await gymWithInvoice();
  await recognize(gym, "2026-03-03");
  const first = await call(contracts.listJournalEntries, { limit: 3 }, { token });
  const second = await call(contracts.listJournalEntries, { limit: 3, cursor: first.next_cursor ?? "" }, { token });
  const days = [...first.data, ...second.data].map(({ booked_on }) => booked_on);
  expect(days).toEqual(["2026-03-03", "2026-03-02", "2026-03-01", "2026-03-01"]);
  expect(new Set([...first.data, ...second.data].map(({ id }) => id)).size).toBe(4);
  const facts = async (filters: object) =>
    (await call(contracts.listJournalEntries, filters, { token })).data.map(({ fact }) => fact);
  const invoice = [`invoice:${issued.id}`];
  expect([
    await facts({ account: "receivable" }),
    await facts({ invoice_id: issued.id }),
    await facts({ member_id: gym.member_id }),
    await facts({ from: "2026-03-04" }),
  ]).toEqual([invoice, invoice, invoice, []]);
});

test("an entry names its payer and its document", async () => {
  const { token, issued } = await gymWithInvoice();
  const { data } = await call(contracts.listJournalEntries, {}, { token });
  expect(data[0]?.lines[0]).toMatchObject({
    ...{ account: "receivable", amount_minor: 4_800, payer_name: "Mina Member", invoice_number: "INV-00001" },
    invoice_id: issued.id,
  });
});

test("A3 who works at one location sees the ledger of that one only", async () => {
  const { gym } = await gymWithInvoice();
  const south = await newLocation(gym, "South");
  const bound = await newBoundStaff(gym, "admin", [south]);
  const [balance, entries] = [
    await call(contracts.getTrialBalance, {}, { token: bound.token }),
    await call(contracts.listJournalEntries, { location_id: gym.location_id }, { token: bound.token }),
  ];
  expect([balance, entries.data]).toEqual([{ data: [], totals: [] }, []]);
});

test("a receptionist sees no ledger", async () => {
  const gym = await newGym();
  const refused = await refusal(contracts.getTrialBalance, {}, { token: gym.people.receptionist.token });
  expect(refused.status).toBe(403);
});

const exported = async (gym: Gym, format: "csv" | "datev" | "tally") => {
  const response = await send(contracts.exportLedger, { format }, { token: gym.people.admin.token });
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const [head, ...rows] = (await response.text()).replace("\ufeff", "").trimEnd().split("\r\n");
  return { head, rows };
};

test("the journal is exported in the column orders of accountants", async () => {
  const { gym, issued } = await gymWithInvoice();
  const csv = await exported(gym, "csv");
  expect(csv.head).toBe("booked_on,entry_id,fact,location,currency,account,debit,credit,document,payer");
  expect(csv.rows.map((row) => row.split(",").slice(2))).toEqual([
    [`invoice:${issued.id}`, "Main", "EUR", "receivable", "48.00", "", "INV-00001", "Mina Member"],
    [`invoice:${issued.id}`, "Main", "EUR", "deferred_revenue", "", "30.00", "INV-00001", ""],
    [`invoice:${issued.id}`, "Main", "EUR", "revenue", "", "10.00", "INV-00001", ""],
    [`invoice:${issued.id}`, "Main", "EUR", "tax", "", "8.00", "INV-00001", ""],
  ]);
  const datev = await exported(gym, "datev");
  expect(datev.head?.split(";").slice(0, 3)).toEqual([
    "Umsatz (ohne Soll/Haben-Kz)",
    "Soll/Haben-Kennzeichen",
    "WKZ Umsatz",
  ]);
  expect(datev.rows.map((row) => row.replaceAll('"', ""))).toEqual([
    "30,00;S;EUR;;;;receivable;deferred_revenue;;0103;INV-00001;;;Invoice, Mina Member, Main",
    "10,00;S;EUR;;;;receivable;revenue;;0103;INV-00001;;;Invoice, Mina Member, Main",
    "8,00;S;EUR;;;;receivable;tax;;0103;INV-00001;;;Invoice, Mina Member, Main",
  ]);
  const tally = await exported(gym, "tally");
  expect([tally.head, tally.rows[0], tally.rows[1]]).toEqual([
    "Date,Voucher Type,Voucher No,Ledger,Debit,Credit,Narration",
    '01-03-2026,Sales,INV-00001,Receivable,48.00,,"Invoice, Mina Member, Main"',
    '01-03-2026,Sales,INV-00001,Deferred revenue,,30.00,"Invoice, Mina Member, Main"',
  ]);
});

test("Q10 a name that a spreadsheet would run as a formula is exported as text", async () => {
  const gym = await newGym();
  const { id } = await newCompany(gym, { name: "=HYPERLINK(1)" });
  await issueAt(gym, at, [[line()]], { company_id: id });
  expect((await exported(gym, "csv")).rows[0]).toContain(",'=HYPERLINK(1)");
});

test("an export of several pages has every entry once, oldest day first", async () => {
  const gym = await newGym();
  const { organization_id, location_id } = gym;
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.execute(sql`
      with entity as (select id from legal_entities where organization_id = ${organization_id}),
      entry as (insert into journal_entries (id, organization_id, legal_entity_id, location_id, booked_on, currency, fact)
        select gen_random_uuid(), ${organization_id}, entity.id, ${location_id}, date '2026-01-01' + n / 100, 'EUR', 'opening:' || n
        from entity, generate_series(1, 1100) n returning id)
      insert into journal_lines (id, organization_id, entry_id, account, amount_minor)
      select gen_random_uuid(), ${organization_id}, entry.id, account, amount
      from entry, (values ('bank', 5), ('petty_cash', -5)) as line (account, amount)`),
  );
  const { rows } = await exported(gym, "csv");
  const cells = rows.map((row) => row.split(","));
  expect([rows.length, new Set(cells.map(([, id]) => id)).size]).toEqual([2_200, 1_100]);
  const days = cells.map(([day = ""]) => day);
  expect(days).toEqual(days.toSorted());
});
