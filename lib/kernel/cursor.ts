import { databaseError, Problem } from "./errors";

/** Keyset cursors: the sort values of the last row, opaque to clients. R5: rows inserted meanwhile neither repeat nor hide others. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const isKey = (value: unknown) => value === null || typeof value === "string" || typeof value === "number";
    if (Array.isArray(values) && values.length === length && values.every(isKey)) return values;
  } catch {
    // falls through to the one answer for every unusable cursor
  }
  throw malformed();
}

const malformed = () =>
  new Problem("malformed_cursor", "Send next_cursor exactly as the previous page gave it, with the same sort.");

/** PostgreSQL's codes for a text that is no value of its type. */
const UNREADABLE = new Set(["22007", "22008", "22P02"]);

/** Only PostgreSQL reads what a cursor holds: everything else of an input has been read by then. */
export function faultOfCursor(input: unknown, error: unknown): unknown {
  const has_cursor = typeof input === "object" && input !== null && "cursor" in input && input.cursor;
  return has_cursor && UNREADABLE.has(databaseError(error)?.code ?? "") ? malformed() : error;
}

/** Cuts the one row too many that a list fetches to know whether more follow. */
export function toPage<T>(rows: T[], limit: number, key: (row: T) => readonly (string | number | null)[]) {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, next_cursor: rows.length > limit && last ? encodeCursor(key(last)) : null };
}
