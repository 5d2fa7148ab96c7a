import { createHmac, timingSafeEqual } from "node:crypto";
import type { Terms } from "@/lib/contracts/contract";
import type { Caller } from "./caller";
import { Problem } from "./errors";
import { canonical } from "./idempotency";
import { derivedKey } from "./keys";

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
  new Problem(
    "malformed_cursor",
    "Send next_cursor exactly as the previous page gave it, to the same list with the same filters and sort.",
  );

let key: Buffer | undefined;
const macLength = 16;

/** Of a list of one organization with its filters and sort. The page's size, and what is shown beside the rows, may change. */
function macOf(position: string, list: Terms, caller: Caller, input: object): string {
  key ??= derivedKey("cursor");
  const filters = Object.entries(input).filter(
    ([name, value]) => value !== undefined && !/^(cursor|limit|with_\w+)$/.test(name),
  );
  const place = [list.id, caller.organization?.id ?? null, canonical(Object.fromEntries(filters)), position];
  const mac = createHmac("sha256", key).update(JSON.stringify(place)).digest();
  return mac.subarray(0, macLength).toString("base64url");
}

/** The input with its cursor as the verb reads it. Refuses one that was not given out for this list (malformed_cursor). */
export function openCursor<I>(list: Terms, caller: Caller, input: I): I {
  if (!has(input, "cursor")) return input;
  const [position = "", mac = ""] = input.cursor.split(".");
  const expected = macOf(position, list, caller, input);
  if (mac.length !== expected.length || !timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) throw malformed();
  return { ...input, cursor: position };
}

/** The page with its next cursor as a client gets it. */
export function sealCursor<O>(list: Terms, caller: Caller, input: unknown, page: O): O {
  if (!has(page, "next_cursor")) return page;
  const position = page.next_cursor;
  return { ...page, next_cursor: `${position}.${macOf(position, list, caller, input as object)}` };
}

const has = <Name extends string>(value: unknown, name: Name): value is Record<Name, string> =>
  typeof value === "object" && value !== null && typeof (value as Record<string, unknown>)[name] === "string";

/** Cuts the one row too many that a list fetches to know whether more follow. */
export function toPage<T>(rows: T[], limit: number, key: (row: T) => readonly (string | number | null)[]) {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, next_cursor: rows.length > limit && last ? encodeCursor(key(last)) : null };
}
