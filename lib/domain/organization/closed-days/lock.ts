import { sql } from "drizzle-orm";
import { shareTransaction } from "@/db/client-query";
import { clientOf, type Database } from "@/db/tenancy";

/**
 * Serializes the fold of a location with corrections of its visits until the end of the transaction. Corrections do not block
 * each other. No visit is missed or counted twice.
 */
export async function lockFold(db: Database, location_id: string, mode: "fold" | "correct"): Promise<void> {
  shareTransaction(clientOf(db));
  const key = `visit_fold ${location_id}`;
  await db.execute(
    mode === "fold"
      ? sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`
      : sql`select pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`,
  );
}
