import type { CsvRow } from "./read-rows";
import { type RecognisedColumns, recogniseColumns } from "./recognise-columns";

export type Header = { row_number: number; headers: string[] } & RecognisedColumns;

/** Titles such as "Members of 3 March" may precede the column names within this many rows. */
export const HEADER_WITHIN_ROWS = 10;

/** The row with the most known column names among the first rows; null if none contains a name column. */
export const findHeader = (first_rows: readonly CsvRow[]): Header | null => {
  const candidates = first_rows
    .slice(0, HEADER_WITHIN_ROWS)
    .map(({ row_number, cells }) => ({ row_number, headers: cells, ...recogniseColumns(cells) }))
    .filter(({ has_name }) => has_name);
  const known = (header: Header): number => Object.keys(header.mapping).length;
  return candidates.reduce<Header | null>((best, one) => (!best || known(one) > known(best) ? one : best), null);
};
