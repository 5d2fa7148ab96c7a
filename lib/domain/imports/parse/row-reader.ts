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

export type RowReader = {
  /** The cell's text without redundant blanks; "" if it is empty. */
  text: (field: ImportField) => string;
  name: (field: ImportField) => string;
  all: (field: ImportField) => string[];
  day: (field: ImportField, latest_year?: number) => CalendarDay | null;
  refuse: (field: RowProblem["field"], code: string, message: string) => void;
  warn: (field: RowProblem["field"], code: string, message: string) => void;
  problems: RowProblem[];
};

export const readerOf = (cells: readonly string[], mapping: ColumnMapping, options: ParseOptions): RowReader => {
  const problems: RowProblem[] = [];
  const say = (severity: RowProblem["severity"]) => (field: RowProblem["field"], code: string, message: string) => {
    problems.push({ field, code, message, severity });
  };
  const refuse = say("error");
  const found = new Map<ImportField, string[]>();
  for (const [index, field] of Object.entries(mapping)) {
    const cell = tidy(cells[Number(index)] ?? "");
    const limit = field === "notes" ? LONGEST_NOTE : LONGEST_CELL;
    if (cell.length > limit)
      refuse(
        field,
        "cell_too_long",
        `This cell has more than ${limit} characters. Shorten it, or check that the columns have not shifted`,
      );
    else if (cell.includes(NUL_SIGN))
      refuse(field, "cell_unreadable", `${quoted(cell)} has a character that is no text. Type the cell again`);
    else if (cell) found.set(field, [...(found.get(field) ?? []), cell]);
  }
  const all = (field: ImportField) => (found.get(field) ?? []).filter((cell) => !NOTHING.test(cell));
  const text = (field: ImportField) => all(field)[0] ?? "";
  return {
    all,
    text,
    name: (field) => (found.get(field) ?? []).find((cell) => !NO_NAME.test(cell)) ?? "",
    day: (field, latest_year = Number(options.today.slice(0, 4)) + YEARS_AHEAD) => {
      const cell = text(field);
      if (!cell || NO_DATE.test(cell)) return null;
      const day = parseDate(cell, options.date_format, { latest_year });
      if (!day)
        refuse(
          field,
          "date_unreadable",
          `${quoted(cell)} is no date ${orders[options.date_format]}. Correct it or empty the cell`,
        );
      return day;
    },
    refuse,
    warn: say("warning"),
    problems,
  };
};

export const quoted = (cell: string): string => `“${cell.length > 60 ? `${truncate(cell, 57)}…` : cell}”`;

const orders = {
  iso: "written as 2026-03-08",
  dmy: "in the order day, month, year",
  mdy: "in the order month, day, year",
};

/** Spreadsheets and our exports put an apostrophe before a text that would be a formula: +49, -5, @. */
const tidy = (cell: string): string =>
  unescapeFormula(cell)
    .replace(/[\u200b\u2060\ufeff]/g, "")
    .replace(/[^\S\r\n]+/g, " ")
    .replace(/\r\n?/g, "\n")
    .trim()
    .replace(/^'(?=[=+\-@])/, "");
