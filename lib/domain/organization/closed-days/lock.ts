import { sql } from "drizzle-orm";
import type { Database } from "@/db/tenancy";

/**
 * Folding counts a day once; a visit that is entered or undone afterwards corrects what was counted. Both hold until the end
 * of the transaction, the fold alone, corrections beside each other: no visit falls between the two.
 */
export async function lockFold(db: Database, location_id: string, mode: "fold" | "correct"): Promise<void> {
  const key = `visit_fold ${location_id}`;
  await db.execute(
    mode === "fold"
      ? sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`
      : sql`select pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`,
  );
}
