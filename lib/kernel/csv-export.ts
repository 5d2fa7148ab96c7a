import { inTenant } from "@/db/tenancy";
import type { ContractBase } from "@/lib/contracts/contract";
import { formatCsvLine } from "@/lib/values/csv-line";
import { type Caller, userIdOf } from "./caller";
import { currentCaller } from "./current-caller";
import { Problem } from "./errors";
import { type Ctx, mayUse } from "./operation";
import { textStream } from "./text-stream";

/** Rows of a page, each read in its own transaction. */
export const rowsPerPage = 500;
const byteOrderMark = "\ufeff";

type CsvExport<Row> = {
  contract: ContractBase;
  /** The name of the file, before its date. */
  name: string;
  columns: readonly string[];
  cellsOf: (row: Row) => (string | null)[];
  pageOf: (ctx: Ctx<unknown>, cursor: string | undefined) => Promise<{ data: Row[]; next_cursor: string | null }>;
};

/** Q10: streams the rows of a list. Reads page by page, so memory use is constant. */
export function csvExport<Row>(ctx: Ctx<unknown>, { contract, name, columns, cellsOf, pageOf }: CsvExport<Row>) {
  const { caller, organization, organization_id, now } = ctx;
  const tenant = { organization_id, user_id: userIdOf(caller) };
  const page = (cursor: string | undefined) =>
    inTenant(tenant, (db) => pageOf({ ...ctx, db, organization, organization_id }, cursor));

  async function* lines(): AsyncGenerator<string> {
    yield byteOrderMark + formatCsvLine(columns);
    let cursor: string | undefined;
    do {
      // A slow client may take hours, so the caller's permissions are checked for each page (A5).
      if (cursor && !(await mayContinue(caller, contract))) throw new Problem("forbidden");
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
          "content-disposition": `attachment; filename="${name}-${now.toString().slice(0, 10)}.csv"`,
        },
      }),
  };
}

async function mayContinue(caller: Caller, contract: ContractBase): Promise<boolean> {
  const now = await currentCaller(caller);
  return (
    now !== null &&
    mayUse(now, contract) &&
    JSON.stringify(now.location_ids?.toSorted()) === JSON.stringify(caller.location_ids?.toSorted())
  );
}
