/**
 * RFC 4180. Q10: an apostrophe prevents formulas (CSV injection). Some programs accept fullwidth signs, and skip leading spaces
 * and control characters.
 */
export function formatCsvLine(cells: readonly (string | null)[], separator: "," | ";" = ","): string {
  return `${cells.map(formatCell).join(separator)}\r\n`;
}

const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

function formatCell(value: string | null): string {
  const text = value ?? "";
  const safe = FORMULA.test(text) ? `'${text}` : text;
  // Also quotes semicolons: some spreadsheets split on them, and a formula could follow.
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Reverts the escaping of csvLine. */
export const unescapeFormula = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
