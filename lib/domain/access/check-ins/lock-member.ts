import { sql } from "drizzle-orm";
import type { Database } from "@/db/tenancy";

/** Visits of the past are not open, so no index keeps two writers of the same one apart. */
export async function lockMember(db: Database, member_id: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`visits_of ${member_id}`}, 0))`);
}
