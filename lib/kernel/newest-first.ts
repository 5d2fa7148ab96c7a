import { desc, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { decodeCursor } from "./cursor";

/** For a list from the newest row to the oldest: its order, and the condition for the rows after the cursor `[at, id]`. */
export function newestFirst(at: PgColumn, id: PgColumn, cursor: string | undefined) {
  const last = cursor ? decodeCursor(cursor, 2) : null;
  return {
    order: [desc(at), desc(id)],
    after: last ? sql`(${at}, ${id}) < (${last[0]}::timestamptz, ${last[1]}::uuid)` : undefined,
  };
}
