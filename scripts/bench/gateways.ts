import type { Client } from "pg";
import { closePool } from "@/db/client";
import { newId } from "@/db/id";
import { chargeInvoices } from "@/lib/domain/gateways/attempts";
import { replaceGateways } from "@/lib/domain/gateways/connections/open-gateway";
import { openSandbox, sandboxAccountRef, sandboxWebhookSecret } from "@/lib/domain/gateways/sandbox/open";
import { processGatewayEvents, receiveGatewayEvents } from "@/lib/domain/gateways/webhooks";
import { systemClock } from "@/lib/kernel/clock";
import type { ChargeRequest, PaymentGateway } from "@/lib/providers/payments";
import { signatureHeader, signWebhook } from "@/lib/providers/payments/sandbox";
import { say, step } from "@/scripts/bootstrap/steps.mjs";
import { withConnection } from "@/scripts/database/connect";
import { residentMb } from "./cpu";
import type { BenchDatabase } from "./database";
import { type InProcess, inProcess, meter, type Row, report } from "./in-process";
import { dueRenewals } from "./renewals";

type Size = { invoices: number; events: number };
type Bench = InProcess & { size: Size; gateway_id: string };

/** Charges and events are handed over in this number, as the jobs do. */
const batchSize = 200;
const eventsAtOnce = 8;

/** A card of the sandbox, which is charged without a question. */
const card = {
  ...{ customer_ref: "cus_bench", kind: "card", brand: "Visa", last4: "4242", expires_in: null, fingerprint: null },
  ...{ mandate_max: null, is_usable: true, test_method: "tm_visa" },
};

/**
 * Measures the charge of due invoices at a gateway that answers at once and at the stored sandbox, beside the same rows in SQL, and
 * the intake of events.
 */
export async function benchGateways(database: BenchDatabase, size: Size): Promise<void> {
  const base = await inProcess(database, size.invoices);
  const rows = await withConnection(database.superuser_url, async (client) => {
    const bench = { ...base, size, gateway_id: newId() };
    await step("Invoices and methods", () => prepare(bench, client));
    return [...(await measureCharges(bench, client)), ...(await measureEvents(bench, client))];
  });
  await closePool();
  report(rows);
}

/** An invoice for each membership, and a saved method for each payer. */
async function prepare(bench: Bench, client: Client): Promise<void> {
  await (await dueRenewals(bench, client))(() => undefined);
  const { gym, gateway_id } = bench;
  await client.query(
    "insert into payment_gateways (id, organization_id, vendor, is_live, account_ref) values ($1, $2, 'sandbox', false, $3)",
    [gateway_id, gym.organization_id, sandboxAccountRef(gateway_id)],
  );
  await client.query(
    `insert into saved_methods (id, organization_id, gateway_id, payer_member_id, customer_ref, method_ref, kind, brand, last4, is_default, created_at)
      select gen_random_uuid(), organization_id, $2, id, $3, 'pm_' || id, 'card', 'Visa', '4242', true, '2020-01-01'
      from members where organization_id = $1`,
    [gym.organization_id, gateway_id, card.customer_ref],
  );
  await client.query(
    `insert into sandbox_objects (id, organization_id, gateway_id, kind, ref, data, parent_ref, created_at, updated_at)
      select gen_random_uuid(), organization_id, gateway_id, 'method', method_ref, $3::jsonb || jsonb_build_object('method_ref', method_ref), customer_ref, now(), now()
      from saved_methods where organization_id = $1 and gateway_id = $2`,
    [gym.organization_id, gateway_id, JSON.stringify(card)],
  );
  await client.query("vacuum analyze");
}

/** Some of the invoices at the stored sandbox, which writes more than the product does, and the rest at once. */
async function measureCharges(bench: Bench, client: Client): Promise<Row[]> {
  const { gym, gateway_id, caller, size } = bench;
  const { rows } = await client.query<{ id: string }>(
    "select id from invoices where organization_id = $1 and open_minor > 0 and kind = 'invoice' order by due_on, id limit $2",
    [gym.organization_id, size.invoices],
  );
  const ids = rows.map(({ id }) => id);
  const at_sandbox = Math.min(Math.ceil(ids.length / 10), 2_000);
  const charge = async (invoice_ids: readonly string[]) => {
    for (let from = 0; from < invoice_ids.length; from += batchSize) {
      await chargeInvoices(caller, { invoice_ids: invoice_ids.slice(from, from + batchSize), origin: "renewal" });
      most_mb = Math.max(most_mb, residentMb(process.pid));
    }
  };
  let most_mb = 0;
  await step("warm-up", () => charge(ids.splice(0, batchSize)));
  const measure = meter(bench);
  const sandbox = await measure("charges at the stored sandbox", at_sandbox, () => charge(ids.splice(0, at_sandbox)));
  replaceGateways({ gateway: (row) => (row.id === gateway_id ? instantGateway(bench) : undefined) });
  await client.query("vacuum analyze");
  const [from, count] = [systemClock.now().toString(), ids.length];
  const instant = await measure("charges answered at once", count, () => charge(ids));
  replaceGateways({});
  say(`  at most ${most_mb.toFixed(0)} MB`);
  await prepareCopies(client, gym.organization_id, from);
  const inserted = await measure("the same rows in SQL", count, () => copyAll(client, gym.organization_id, count));
  return [sandbox, instant, inserted];
}

/** Takes every charge at once, without storing it. */
function instantGateway({ gym, gateway_id, caller }: Bench): PaymentGateway {
  const { organization_id } = gym;
  const sandbox = openSandbox({ organization_id, gateway_id, currency: "USD", clock: caller.clock });
  return {
    ...sandbox,
    charge: async ({ attempt_id, amount_minor, currency }: ChargeRequest) => ({
      outcome: "answered",
      value: {
        ...{ amount_minor, currency, ref: `pi_${attempt_id}`, charge_ref: `ch_${attempt_id}`, status: "succeeded" },
        ...{ attempt_id, method_kind: "card", method: null, decline: null, action: null },
      },
    }),
  };
}

/** What a charge writes, each with the column that names its payment. */
const written = {
  payment_attempts: "payment_id",
  payments: "id",
  invoice_settlements: "payment_id",
} as const;

const copies = [
  ...Object.entries(written).map(
    ([table, column]) =>
      `insert into bench_${table} select t.* from bench_order o join ${table} t on t.organization_id = $3 and t.${column} = o.id`,
  ),
  "insert into bench_journal_entries select e.* from bench_order o join journal_entries e on e.organization_id = $3 and e.id = o.entry_id",
  "insert into bench_journal_lines select l.* from bench_order o join journal_lines l on l.organization_id = $3 and l.entry_id = o.entry_id",
].map((text, n) => ({ name: `bench_copy_${n}`, text: `${text} where o.n > $1 and o.n <= $2` }));

async function prepareCopies(client: Client, organization_id: string, from: string): Promise<void> {
  for (const table of [...Object.keys(written), "journal_entries", "journal_lines"])
    await client.query(`create table bench_${table} (like ${table} including all)`);
  await client.query(
    `create temporary table bench_order as
      select p.id, e.id as entry_id, row_number() over (order by p.id) as n
      from payments p join journal_entries e on e.organization_id = p.organization_id and e.fact = 'payment:' || p.id
      where p.organization_id = $1 and p.created_at >= $2`,
    [organization_id, from],
  );
  await client.query("create unique index on bench_order (n)");
  await client.query("analyze");
}

async function copyAll(client: Client, organization_id: string, count: number): Promise<void> {
  for (let from = 0; from < count; from += batchSize) {
    await client.query("begin");
    for (const copy of copies) await client.query({ ...copy, values: [from, from + batchSize, organization_id] });
    await client.query("commit");
  }
}

/** Events of payments that were made, as the sandbox signs them: received, and then processed. */
async function measureEvents(bench: Bench, client: Client): Promise<Row[]> {
  const { gym, gateway_id, caller, size } = bench;
  const { rows } = await client.query<{ ref: string }>(
    "select ref from sandbox_objects where organization_id = $1 and gateway_id = $2 and kind = 'payment' limit $3",
    [gym.organization_id, gateway_id, size.events],
  );
  const receive = receiveGatewayEvents("sandbox");
  const secret = sandboxWebhookSecret(gateway_id);
  const deliver = async ({ ref }: { ref: string }, n: number) => {
    const now = systemClock.now();
    const raw_body = JSON.stringify({
      ...{ id: `sevt_bench_${n}`, type: "payment.succeeded", created_at: now.toString() },
      ...{ account_ref: sandboxAccountRef(gateway_id), data: { subject: "payment", ref } },
    });
    const signature = signWebhook(secret, raw_body, Math.floor(now.epochMilliseconds / 1_000));
    const headers = new Headers({ "content-type": "application/json", [signatureHeader]: signature });
    const url = `http://localhost/api/webhooks/sandbox/${gym.slug}`;
    if (!(await receive({ gym_slug: gym.slug, raw_body, headers, url, now }))) throw new Error("The event was refused");
  };
  const measure = meter(bench);
  const received = await measure("events received", rows.length, async () => {
    for (let from = 0; from < rows.length; from += eventsAtOnce)
      await Promise.all(rows.slice(from, from + eventsAtOnce).map((row, n) => deliver(row, from + n)));
  });
  const processed = await measure("events processed", rows.length, async () => {
    while ((await processGatewayEvents(caller, { gateway_id })).has_more);
  });
  return [received, processed];
}
