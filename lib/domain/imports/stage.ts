import { sql } from "drizzle-orm";
import { Problem } from "@/lib/kernel/errors";
import type { TenantCtx } from "@/lib/kernel/operation";
import { type DateFormatFinding, dateFormatEvidence } from "./parse/date-format";
import { dateFields } from "./parse/fields";
import { type CsvRow, readRows, UnreadableFile } from "./parse/read-rows";
import { type RecognisedColumns, recogniseColumns } from "./parse/recognise-columns";
import { chunksOf, type Spooled } from "./spool";

const rowsPerInsert = 1_000;
const mostRows = 200_000;

export type Staged = {
  headers: string[];
  columns: RecognisedColumns;
  total_rows: number;
  dates: DateFormatFinding["format"];
};

/** Streams the rows to import_rows, with one batch in memory. */
export async function stageRows(ctx: TenantCtx, import_id: string, file: Spooled): Promise<Staged> {
  const rows = readable(readRows({ chunks: chunksOf(file), encoding: file.encoding }));
  const first = await rows.next();
  if (first.done) throw new Problem("malformed_body", "The file is empty. Export the list with a row of column names.");
  const headers = first.value.cells.map((cell) => cell.trim());
  const columns = recogniseColumns(headers);
  const dateColumns = columns.columns.filter(({ field }) => field !== null && dateFields.has(field));
  const evidence = dateFormatEvidence();
  let batch: CsvRow[] = [];
  let total_rows = 0;
  const flush = async () => {
    if (batch.length > 0) await insertRows(ctx, import_id, batch);
    batch = [];
  };
  for await (const row of rows) {
    total_rows++;
    if (total_rows > mostRows)
      throw new Problem("malformed_body", `A file may hold up to ${mostRows.toLocaleString("en-US")} rows. Split it.`);
    for (const { index } of dateColumns) evidence.add(row.cells[index] ?? "");
    batch.push(row);
    if (batch.length === rowsPerInsert) await flush();
  }
  await flush();
  if (total_rows === 0) throw new Problem("malformed_body", "The file has column names but no rows below them.");
  return { headers, columns, total_rows, dates: evidence.finding().format };
}

async function insertRows({ db, organization_id }: TenantCtx, import_id: string, rows: CsvRow[]): Promise<void> {
  await db.execute(sql`
    insert into import_rows (organization_id, import_id, row_number, status, raw)
    select ${organization_id}::uuid, ${import_id}::uuid, row_number, 'pending', cells
    from json_to_recordset(${JSON.stringify(rows)}::json) as j(row_number int, cells jsonb)`);
}

async function* readable(rows: AsyncGenerator<CsvRow>): AsyncGenerator<CsvRow> {
  try {
    yield* rows;
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Problem("malformed_body", error.message);
    throw error;
  }
}
