import { say } from "@/scripts/bootstrap/steps.mjs";

/** Prints rows with aligned columns: those in `texts` to the left, numbers to the right. */
export function printTable(columns: string[], rows: string[][], texts: number[] = [0]): void {
  const widths = columns.map((column, at) => Math.max(column.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const aligned = (cell: string, at: number) =>
    texts.includes(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  const line = (cells: string[]) => say(cells.map(aligned).join("  ").trimEnd());
  say("");
  line(columns);
  say("-".repeat(widths.reduce((sum, width) => sum + width + 2, -2)));
  for (const row of rows) line(row);
}

export const number = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
