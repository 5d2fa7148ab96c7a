import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { inTenant } from "@/db/tenancy";
import { hasInvoiceStatus, invoiceStatusSql } from "@/lib/domain/billing/invoices/status-sql";
import { documentKinds, type InvoiceStatus, invoiceStatuses } from "@/lib/values/billing";
import { invoiceStatusOn, type StatusFacts } from "@/tests/support/billing/invoice-status";

const today = "2026-03-05";
const at = "2026-03-01T10:00:00Z";
const perhaps = fc.option(fc.constant(at), { nil: null, freq: 3 });

const document: fc.Arbitrary<StatusFacts> = fc
  .record({
    kind: fc.constantFrom(...documentKinds),
    finalized_at: fc.option(fc.constant(at), { nil: null, freq: 6 }),
    voided_at: perhaps,
    written_off_at: perhaps,
    due_on: fc.option(fc.constantFrom("2026-03-04", "2026-03-05", "2026-03-06"), { nil: null }),
    total_minor: fc.constantFrom(0, 1, 8900),
  })
  .chain((facts) => fc.integer({ min: 0, max: facts.total_minor }).map((open_minor) => ({ ...facts, open_minor })));

const facts = (change: Partial<StatusFacts>): StatusFacts => ({
  ...{ kind: "invoice", finalized_at: at, voided_at: null, written_off_at: null, due_on: today },
  ...{ total_minor: 8900, open_minor: 8900, ...change },
});

test.each<[InvoiceStatus, Partial<StatusFacts>]>([
  ["draft", { finalized_at: null, due_on: null, open_minor: 0 }],
  ["open", {}],
  ["part_paid", { open_minor: 1 }],
  ["overdue", { due_on: "2026-03-04" }],
  ["overdue", { due_on: "2026-03-04", open_minor: 1 }],
  ["paid", { open_minor: 0, due_on: "2026-03-04" }],
  ["paid", { total_minor: 0, open_minor: 0 }],
  ["void", { voided_at: at, open_minor: 0 }],
  ["written_off", { written_off_at: at, open_minor: 0 }],
  ["issued", { kind: "credit_note", open_minor: 0 }],
])("L14 a document is %s with %j", (status, change) => {
  expect(invoiceStatusOn(facts(change), today)).toBe(status);
});

test("L14 the status and each filter by status are the same in TypeScript and in SQL", async () => {
  const documents = fc.sample(document, 2_000);
  const columns = sql`i(n int, kind text, finalized_at timestamptz, voided_at timestamptz, written_off_at timestamptz,
    due_on date, total_minor bigint, open_minor bigint)`;
  const day = sql`${today}::date`;
  const filters = sql.join(
    invoiceStatuses.map((status) => sql`${status}::text, coalesce(${hasInvoiceStatus([status], day)}, false)`),
    sql`, `,
  );
  const { rows } = await inTenant({ organization_id: newId(), user_id: null }, (db) =>
    db.execute<{ status: InvoiceStatus; found: Record<InvoiceStatus, boolean> }>(sql`
      select ${invoiceStatusSql(day)} as status, json_build_object(${filters}) as found
      from jsonb_to_recordset(${JSON.stringify(documents.map((one, n) => ({ ...one, n })))}::jsonb) as ${columns} order by n`),
  );
  const expected = documents.map((one) => invoiceStatusOn(one, today));
  expect(rows.map(({ status }) => status)).toEqual(expected);
  expect(rows.map(({ found }) => invoiceStatuses.filter((status) => found[status]))).toEqual(
    expected.map((status) => [status]),
  );
  expect(new Set(expected)).toEqual(new Set(invoiceStatuses));
});
