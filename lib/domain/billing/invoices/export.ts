import * as contracts from "@/lib/contracts/billing/invoices";
import { csvExport, rowsPerPage } from "@/lib/kernel/csv-export";
import { operation } from "@/lib/kernel/operation";
import { type Currency, toMajorText } from "@/lib/values/money";
import { pageOfInvoices } from "./list";

const columns = [
  ...["number", "kind", "status", "issued_on", "due_on", "payer", "location", "currency", "total", "open"],
] as const;

type Row = Awaited<ReturnType<typeof pageOfInvoices>>["data"][number];

/** Amounts as the list shows them, without a sign: a cell that begins with one would be escaped. The kind tells a credit note. */
function cellsOf(row: Row): (string | null)[] {
  const { number, kind, status, issued_on, due_on, payer, location_name, currency, total_minor, open_minor } = row;
  const amount = (minor: number) => toMajorText(minor, currency as Currency);
  return [
    ...[number, kind, status, issued_on, due_on, payer.name, location_name, currency],
    ...[amount(total_minor), amount(open_minor)],
  ];
}

export const exportInvoices = operation(contracts.exportInvoices, async (ctx, filters) => {
  ctx.audit({ target_type: "organization", target_id: ctx.organization_id, after: { filters } });
  return csvExport(ctx, {
    ...{ contract: contracts.exportInvoices, name: "invoices", columns, cellsOf },
    pageOf: (page, cursor) => pageOfInvoices(page, { ...filters, sort: "newest", limit: rowsPerPage, cursor }),
  });
});
