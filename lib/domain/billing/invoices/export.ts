import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/billing/invoices";
import { type Caller, userIdOf } from "@/lib/kernel/caller";
import { currentCaller } from "@/lib/kernel/current-caller";
import { Problem } from "@/lib/kernel/errors";
import { mayUse, operation } from "@/lib/kernel/operation";
import { textStream } from "@/lib/kernel/text-stream";
import { formatCsvLine } from "@/lib/values/csv-line";
import { type Currency, toMajorText } from "@/lib/values/money";
import { pageOfInvoices } from "./list";

const rowsPerPage = 500;
const byteOrderMark = "\ufeff";

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

/** Q10: streams the rows of the list. Reads page by page, each in its own transaction, so memory use is constant. */
export const exportInvoices = operation(contracts.exportInvoices, async (ctx, filters) => {
  const { caller, organization, organization_id, now } = ctx;
  ctx.audit({ target_type: "organization", target_id: organization_id, after: { filters } });
  const tenant = { organization_id, user_id: userIdOf(caller) };
  const page = (cursor: string | undefined) =>
    inTenant(tenant, (db) =>
      pageOfInvoices(
        { ...ctx, db, organization, organization_id },
        { ...filters, sort: "newest", limit: rowsPerPage, cursor },
      ),
    );

  async function* lines(): AsyncGenerator<string> {
    yield byteOrderMark + formatCsvLine(columns);
    let cursor: string | undefined;
    do {
      // A slow client may take hours, so the caller's permissions are checked for each page (A5).
      if (cursor && !(await mayContinue(caller))) throw new Problem("forbidden");
      const { data, next_cursor } = await page(cursor);
      for (const row of data) yield formatCsvLine(cellsOf(row));
      cursor = next_cursor ?? undefined;
    } while (cursor);
  }

  return {
    toResponse: (headers: Record<string, string>) =>
      new Response(textStream(lines()), {
        headers: {
          ...headers,
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="invoices-${now.toString().slice(0, 10)}.csv"`,
        },
      }),
  };
});

async function mayContinue(caller: Caller): Promise<boolean> {
  const now = await currentCaller(caller);
  return (
    now !== null &&
    mayUse(now, contracts.exportInvoices) &&
    JSON.stringify(now.location_ids?.toSorted()) === JSON.stringify(caller.location_ids?.toSorted())
  );
}
