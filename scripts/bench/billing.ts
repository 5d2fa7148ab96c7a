import type { Client } from "pg";
import { closePool } from "@/db/client";
import { getInvoicePdf, listInvoices } from "@/lib/domain/billing/invoices";
import { say, step } from "@/scripts/bootstrap/steps.mjs";
import { withConnection } from "@/scripts/database/connect";
import { residentMb } from "./cpu";
import type { BenchDatabase } from "./database";
import { type InProcess, inProcess, meter, type Row, report } from "./in-process";
import { dueRenewals } from "./renewals";

type Size = { memberships: number; invoices: number };
type Bench = InProcess & { size: Size };

/** Measures the renewals, the list of invoices and their PDFs in this process, each beside the same work in SQL where there is one. */
export async function benchBilling(database: BenchDatabase, size: Size): Promise<void> {
  const bench = { ...(await inProcess(database, size.memberships)), size };
  const rows = await withConnection(database.superuser_url, async (client) => [
    ...(await measureRenewals(bench, client)),
    ...(await measureLists(bench, client)),
    ...(await measurePdfs(bench)),
  ]);
  await closePool();
  report(rows);
}

/** The tables that a renewal writes. */
const written = ["invoices", "invoice_lines", "journal_entries", "journal_lines"];

async function measureRenewals(bench: Bench, client: Client): Promise<Row[]> {
  const { gym, size } = bench;
  const renew = await dueRenewals(bench, client);
  let most_mb = 0;
  const renewed = await meter(bench)("renewals", size.memberships, () =>
    renew(() => {
      most_mb = Math.max(most_mb, residentMb(process.pid));
    }),
  );
  say(`  at most ${most_mb.toFixed(0)} MB`);
  for (const table of written) await client.query(`create table bench_${table} (like ${table} including all)`);
  await client.query(orderSql, [gym.organization_id]);
  await client.query("create unique index on bench_order (n)");
  await client.query("analyze");
  const inserted = await meter(bench)("the same rows in SQL", size.memberships, () => copyInBatches(bench, client));
  return [renewed, inserted];
}

/** The rows of `$1 < n <= $2` in the order of their invoices, table by table. */
const copies = [
  "insert into bench_invoices select i.* from bench_order o join invoices i on i.organization_id = $3 and i.id = o.id",
  "insert into bench_invoice_lines select l.* from bench_order o join invoice_lines l on l.organization_id = $3 and l.invoice_id = o.id",
  "insert into bench_journal_entries select e.* from bench_order o join journal_entries e on e.organization_id = $3 and e.id = o.entry_id",
  "insert into bench_journal_lines select l.* from bench_order o join journal_lines l on l.organization_id = $3 and l.entry_id = o.entry_id",
].map((text, n) => ({ name: `bench_copy_${n}`, text: `${text} where o.n > $1 and o.n <= $2` }));

const orderSql = `create temporary table bench_order as
  select i.id, e.id as entry_id, row_number() over (order by i.sequence) as n
  from invoices i join journal_entries e on e.organization_id = i.organization_id and e.fact = 'invoice:' || i.id
  where i.organization_id = $1`;

/** Writes the rows of the renewals again, as many in a transaction, into tables with the same indexes and without triggers. */
async function copyInBatches({ gym, size }: Bench, client: Client): Promise<void> {
  const batch = 200;
  for (let from = 0; from < size.memberships; from += batch) {
    await client.query("begin");
    for (const copy of copies) await client.query({ ...copy, values: [from, from + batch, gym.organization_id] });
    await client.query("commit");
  }
}

async function measureLists(bench: Bench, client: Client): Promise<Row[]> {
  const { gym, caller, size } = bench;
  await step("invoices", () => multiply(bench, client));
  const calls = 200;
  const measure = meter(bench);
  const repeat = async (work: (n: number) => Promise<unknown>) => {
    for (let n = 0; n < calls; n++) await work(n);
  };
  const newest = "select * from invoices where organization_id = $1 order by created_at desc, id desc limit 51";
  const starting =
    "select * from invoices where organization_id = $1 and number like $2 order by created_at desc, id desc limit 51";
  const prefix = (n: number) => `INV-${String(1 + ((n * 7_919) % size.invoices)).slice(0, 5)}`;
  const query = { name: "bench_newest", text: newest, values: [gym.organization_id] };
  const search = (n: number) => ({
    name: "bench_search",
    text: starting,
    values: [gym.organization_id, `${prefix(n)}%`],
  });
  return [
    await measure("invoice list", calls, () => repeat(() => listInvoices(caller, { limit: 50 }))),
    await measure("its rows in SQL", calls, () => repeat(() => client.query(query))),
    await measure("invoice search", calls, () => repeat((n) => listInvoices(caller, { limit: 50, q: prefix(n) }))),
    await measure("its rows in SQL", calls, () => repeat((n) => client.query(search(n)))),
  ];
}

/** Copies the invoices until there are enough; the triggers would compare a million rows one by one. */
async function multiply({ gym, size }: Bench, client: Client): Promise<void> {
  const { rows } = await client.query<{ columns: string[] }>(
    `select array_agg(column_name::text order by ordinal_position) as columns from information_schema.columns
      where table_schema = 'public' and table_name = 'invoices' and is_generated = 'NEVER'`,
  );
  const columns = rows[0]?.columns ?? [];
  const replaced: Record<string, string> = {
    id: "gen_random_uuid()",
    sequence: "invoices.sequence + turn * last.sequence",
    number: "'INV-' || lpad((invoices.sequence + turn * last.sequence)::text, 5, '0')",
    created_at: "created_at - make_interval(days => turn * 30)",
  };
  await client.query("begin");
  await client.query("set local session_replication_role = replica");
  const turns = Math.ceil(size.invoices / size.memberships) - 1;
  await client.query(
    `insert into invoices (${columns.join(", ")})
      select ${columns.map((column) => replaced[column] ?? `invoices.${column}`).join(", ")}
      from invoices, generate_series(1, $2::int) turn, (select max(sequence) from invoices where organization_id = $1) last (sequence)
      where organization_id = $1`,
    [gym.organization_id, turns],
  );
  await client.query("commit");
  await client.query("vacuum analyze invoices");
}

async function measurePdfs(bench: Bench): Promise<Row[]> {
  const { caller } = bench;
  const { data } = await listInvoices(caller, { limit: 100 });
  const render = async ({ id }: { id: string }) => {
    const answer = await getInvoicePdf(caller, { id });
    await answer.toResponse({}).arrayBuffer();
  };
  await step("warm-up", () => render(data[0] as { id: string }));
  return [
    await meter(bench)("PDFs", data.length, async () => {
      for (const invoice of data) await render(invoice);
    }),
  ];
}
