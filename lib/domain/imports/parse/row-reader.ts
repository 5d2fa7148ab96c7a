import type { CalendarDay } from "@/lib/values/calendar-day";
import { unescapeFormula } from "@/lib/values/csv-line";
import { truncate } from "@/lib/values/storable-text";
import type { ColumnMapping, ImportField } from "./fields";
import type { ParseOptions, RowProblem } from "./imported-row";
import { parseDate } from "./parse-date";
import { NUL_SIGN } from "./read-rows";

/** Placeholders for empty cells. A name may look like most of them. */
const NOTHING = /^([-–—.]+|n\/?a|#n\/a|none|null|nil|undefined|unknown|keine?|ninguno|ninguna|aucune?)$/i;
const NO_NAME = /^([-–—.]+|n\/a|#n\/a)$/i;
const NO_DATE =
  /^(0{1,4}[-/.]0{1,2}[-/.]0{1,4}|1[-/.]0[-/.]1900|never|ongoing|open|open.?ended|unlimited|no end|lifetime|unbefristet|offen|indefinido|illimitee?)\b/i;

const LONGEST_CELL = 500;
const LONGEST_NOTE = 10_000;
/** How many years a two-digit year may lie in the future. */
const YEARS_AHEAD = 20;

/** Reads the cells of one row by field, and collects the problems. */
export class RowReader {
  readonly problems: RowProblem[] = [];
  readonly #found = new Map<ImportField, string[]>();
  readonly #options: ParseOptions;

  constructor(cells: readonly string[], mapping: ColumnMapping, options: ParseOptions) {
    this.#options = options;
    for (const { index, field } of columnsOf(mapping)) {
      const cell = tidy(cells[index] ?? "");
      if (cell && this.#isReadable(field, cell)) this.#add(field, cell);
    }
  }

  /** The cell's text without redundant blanks; "" if it is empty. */
  text(field: ImportField): string {
    return this.#found.get(field)?.find(isFilled) ?? "";
  }

  name(field: ImportField): string {
    return this.#found.get(field)?.find((cell) => !NO_NAME.test(cell)) ?? "";
  }

  all(field: ImportField): string[] {
    return this.#found.get(field)?.filter(isFilled) ?? [];
  }

  day(field: ImportField, latest_year = Number(this.#options.today.slice(0, 4)) + YEARS_AHEAD): CalendarDay | null {
    const cell = this.text(field);
    if (!cell || NO_DATE.test(cell)) return null;
    const { date_format } = this.#options;
    const day = parseDate(cell, date_format, { latest_year });
    if (!day)
      this.refuse(
        field,
        "date_unreadable",
        `${quoted(cell)} is no date ${orders[date_format]}. Correct it or empty the cell`,
      );
    return day;
  }

  refuse(field: RowProblem["field"], code: string, message: string): void {
    this.problems.push({ field, code, message, severity: "error" });
  }

  warn(field: RowProblem["field"], code: string, message: string): void {
    this.problems.push({ field, code, message, severity: "warning" });
  }

  #isReadable(field: ImportField, cell: string): boolean {
    const limit = field === "notes" ? LONGEST_NOTE : LONGEST_CELL;
    if (cell.length > limit)
      this.refuse(
        field,
        "cell_too_long",
        `This cell has more than ${limit} characters. Shorten it, or check that the columns have not shifted`,
      );
    else if (cell.includes(NUL_SIGN))
      this.refuse(field, "cell_unreadable", `${quoted(cell)} has a character that is no text. Type the cell again`);
    else return true;
    return false;
  }

  #add(field: ImportField, cell: string): void {
    const others = this.#found.get(field);
    if (others) others.push(cell);
    else this.#found.set(field, [cell]);
  }
}

const isFilled = (cell: string): boolean => !NOTHING.test(cell);

type MappedColumn = { index: number; field: ImportField };

/** All rows of a batch share one mapping. */
const columnsByMapping = new WeakMap<ColumnMapping, MappedColumn[]>();

function columnsOf(mapping: ColumnMapping): MappedColumn[] {
  const known = columnsByMapping.get(mapping);
  if (known) return known;
  const columns = Object.entries(mapping).map(([index, field]) => ({ index: Number(index), field }));
  columnsByMapping.set(mapping, columns);
  return columns;
}

export const quoted = (cell: string): string => `“${cell.length > 60 ? `${truncate(cell, 57)}…` : cell}”`;

const orders = {
  iso: "written as 2026-03-08",
  dmy: "in the order day, month, year",
  mdy: "in the order month, day, year",
};

/** A cell that tidy() would not change: printable ASCII without an apostrophe or blanks to remove. Most cells are. */
const TIDY = /^(?!['\s])(?!.* (?: |$))[ -~]*$/;

/** Spreadsheets and our exports put an apostrophe before a text that would be a formula: +49, -5, @. */
const tidy = (cell: string): string =>
  TIDY.test(cell)
    ? cell
    : unescapeFormula(cell)
        .replace(/[\u200b\u2060\ufeff]/g, "")
        .replace(/[^\S\r\n]+/g, " ")
        .replace(/\r\n?/g, "\n")
        .trim()
        .replace(/^'(?=[=+\-@])/, "");
