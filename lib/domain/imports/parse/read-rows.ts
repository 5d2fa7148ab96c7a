import Papa from "papaparse";
import type { TextEncoding } from "./detect-encoding";

/** `row_number` starts at 1 as in a spreadsheet, so that problems can be found in the file. */
export type CsvRow = { row_number: number; cells: string[] };

export type CsvSource = {
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  encoding: TextEncoding;
  /** Default: detected from the first rows. */
  delimiter?: string;
};

export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
  constructor(
    readonly code: "quotation_never_closes" | "too_many_columns",
    message: string,
  ) {
    super(message);
  }
}

type Dialect = { delimiter: string; newline: "\n" | "\r"; header_lines: number };

/** Replaces NUL, which PostgreSQL cannot store. Rows are stored as read and validated later. */
export const NUL_SIGN = "\u2400";

const SAMPLE = 64 * 1024;
/** Limits a row, because an unclosed quotation mark would include the rest of the file. */
const LONGEST_ROW = 1024 * 1024;
const MOST_COLUMNS = 500;

/** Streams the rows of a file in the memory of one chunk. Empty rows are skipped but counted. */
export async function* readRows({ chunks, encoding, delimiter }: CsvSource): AsyncGenerator<CsvRow> {
  const decoder = new TextDecoder(encoding);
  let dialect: Dialect | undefined;
  let row_number = 0;
  let text = "";
  const take = (is_last: boolean): CsvRow[] => {
    if (!dialect) {
      if (!is_last && text.length < SAMPLE) return [];
      dialect = dialectOf(text, delimiter);
      text = text.slice(dialect.header_lines);
      if (dialect.header_lines) row_number++;
    }
    const { rows, rest } = cut(text, dialect, is_last, row_number);
    text = rest;
    return rows.map((cells) => ({ row_number: ++row_number, cells })).filter(({ cells }) => cells.some(hasText));
  };
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true }).replaceAll("\u0000", NUL_SIGN);
    yield* take(false);
  }
  text += decoder.decode().replaceAll("\u0000", NUL_SIGN);
  yield* take(true);
}

/** The delimiter that splits the first rows into the most columns of equal count. */
export const detectDelimiter = (sample: string): string => {
  const scored = [",", ";", "\t", "|"].map((delimiter) => ({
    delimiter,
    score: evenness(sample.slice(0, SAMPLE), delimiter),
  }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
};

const evenness = (sample: string, delimiter: string): number => {
  const { data } = Papa.parse<string[]>(sample, { delimiter, preview: 30, skipEmptyLines: "greedy" });
  const counts = data.map((cells) => cells.length);
  const rows_of = (width: number): number => counts.filter((count) => count === width).length;
  return Math.max(0, ...counts.map((width) => (width > 1 ? (rows_of(width) * width) / counts.length : 0)));
};

/** Excel's first line "sep=;" takes precedence. */
const dialectOf = (text: string, delimiter: string | undefined): Dialect => {
  const named = /^"?sep=(.)"?\r?\n/i.exec(text);
  return {
    delimiter: delimiter ?? named?.[1] ?? detectDelimiter(text),
    newline: text.includes("\n") || !text.includes("\r") ? "\n" : "\r",
    header_lines: named?.[0].length ?? 0,
  };
};

const cut = (text: string, { delimiter, newline }: Dialect, is_last: boolean, rows_before: number) => {
  if (text === "") return { rows: [], rest: "" };
  const parsed: Papa.ParseResult<string[]> = new Papa.Parser({ delimiter, newline }).parse(text, 0, !is_last);
  const rows = parsed.data.map(withoutCarriageReturn);
  const rest = is_last ? "" : text.slice(parsed.meta.cursor);
  const is_open = rest.length > LONGEST_ROW || parsed.errors.some(({ code }) => code === "MissingQuotes");
  if (is_open) throw unclosedQuote(rows_before + rows.length + (is_last ? 0 : 1));
  const wide = rows.findIndex((cells) => cells.length > MOST_COLUMNS);
  if (wide >= 0) throw tooWide(rows_before + wide + 1);
  return { rows, rest };
};

const withoutCarriageReturn = (cells: string[]): string[] => {
  const last = cells.at(-1);
  return last?.endsWith("\r") ? [...cells.slice(0, -1), last.slice(0, -1)] : cells;
};

const hasText = (cell: string): boolean => cell.trim() !== "";

const unclosedQuote = (row_number: number): UnreadableFile =>
  new UnreadableFile(
    "quotation_never_closes",
    `A quotation mark in row ${row_number} never closes. Close or remove it and upload the file again`,
  );

const tooWide = (row_number: number): UnreadableFile =>
  new UnreadableFile(
    "too_many_columns",
    `Row ${row_number} has more than ${MOST_COLUMNS} columns. Check the separator and upload the file again`,
  );
