import * as contracts from "@/lib/contracts/dunning/dunning";
import { csvExport, rowsPerPage } from "@/lib/kernel/csv-export";
import { operation } from "@/lib/kernel/operation";
import { type Currency, toMajorText } from "@/lib/values/money";
import { pageOfDunning } from "./list";

const columns = [
  ...["payer", "invoice", "description", "location", "due_on", "currency", "open", "group", "tries", "bank_said"],
  ...["method", "last_failed_at", "next", "next_try_at", "time_zone"],
] as const;

type Row = Awaited<ReturnType<typeof pageOfDunning>>["data"][number];

/** Instants are in UTC, with the time zone of the location beside them. */
const cellsOf = (row: Row): (string | null)[] => [
  ...[row.payer_name, row.invoice_number, row.description, row.location_name, row.due_on, row.currency],
  ...[toMajorText(row.open_minor, row.currency as Currency), row.group, String(row.tries), row.last_decline],
  ...[row.method_label, row.last_failed_at, row.next.title, row.next_try_at, row.time_zone],
];

export const exportDunning = operation(contracts.exportDunning, async (ctx, filters) => {
  ctx.audit({ target_type: "organization", target_id: ctx.organization_id, after: { filters } });
  return csvExport(ctx, {
    ...{ contract: contracts.exportDunning, name: "failed-payments", columns, cellsOf },
    pageOf: (page, cursor) => pageOfDunning(page, { ...filters, limit: rowsPerPage, cursor }),
  });
});
