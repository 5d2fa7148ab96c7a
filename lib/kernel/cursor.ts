import { createHmac, timingSafeEqual } from "node:crypto";
import type { ContractBase } from "@/lib/contracts/contract";
import type { Caller } from "./caller";
import { Problem } from "./errors";
import { canonical } from "./idempotency";
import { deriveKey } from "./keys";

/** Keyset cursor: the sort values of the last row, opaque to clients. R5: concurrent inserts neither repeat nor hide rows. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const isKey = (value: unknown) => value === null || typeof value === "string" || typeof value === "number";
    if (Array.isArray(values) && values.length === length && values.every(isKey)) return values;
  } catch {
    // Same error as for any other malformed cursor.
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

/** Covers organization, list, filters and sort. `limit` and the `with_*` options may change between pages. */
function macOf(position: string, list: ContractBase, caller: Caller, input: object): string {
  key ??= deriveKey("cursor");
  const filters = Object.entries(input).filter(
    ([name, value]) => value !== undefined && !/^(cursor|limit|with_\w+)$/.test(name),
  );
  const signed = [list.id, caller.organization?.id ?? null, canonical(Object.fromEntries(filters)), position];
  const mac = createHmac("sha256", key).update(JSON.stringify(signed)).digest();
  return mac.subarray(0, macLength).toString("base64url");
}

/** Replaces the signed cursor by the plain one that the verb reads. Throws malformed_cursor for a cursor of another list. */
export function verifyCursor<I>(list: ContractBase, caller: Caller, input: I): I {
  if (!has(input, "cursor")) return input;
  const [position = "", mac = ""] = input.cursor.split(".");
  const expected = macOf(position, list, caller, input);
  if (mac.length !== expected.length || !timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) throw malformed();
  return { ...input, cursor: position };
}

/** Signs the next cursor of a page for the client. */
export function signCursor<O>(list: ContractBase, caller: Caller, input: unknown, page: O): O {
  if (!has(page, "next_cursor")) return page;
  const position = page.next_cursor;
  return { ...page, next_cursor: `${position}.${macOf(position, list, caller, input as object)}` };
}

const has = <Name extends string>(value: unknown, name: Name): value is Record<Name, string> =>
  typeof value === "object" && value !== null && typeof (value as Record<string, unknown>)[name] === "string";

/** Lists fetch `limit + 1` rows to know whether more follow. Drops the extra row. */
export function toPage<T>(rows: T[], limit: number, key: (row: T) => readonly (string | number | null)[]) {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, next_cursor: rows.length > limit && last ? encodeCursor(key(last)) : null };
}
