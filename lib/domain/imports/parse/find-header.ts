import type { CsvRow } from "./read-rows";
import { type RecognisedColumns, recogniseColumns } from "./recognise-columns";

export type Header = { row_number: number; headers: string[] } & RecognisedColumns;

/** How far titles like "Members of 3 March" may push the names of the columns down. */
export const HEADER_WITHIN_ROWS = 10;

/** The row of column names among the first rows: the one that says most. Null where none of them names a person. */
export const findHeader = (first_rows: readonly CsvRow[]): Header | null => {
  const candidates = first_rows
    .slice(0, HEADER_WITHIN_ROWS)
    .map(({ row_number, cells }) => ({ row_number, headers: cells, ...recogniseColumns(cells) }))
    .filter(({ has_name }) => has_name);
  const known = (header: Header): number => Object.keys(header.mapping).length;
  return candidates.reduce<Header | null>((best, one) => (!best || known(one) > known(best) ? one : best), null);
};
