import { sql } from "drizzle-orm";
import type { Database } from "@/db/tenancy";

/** Serializes back-dated check-ins of a member: past visits are not open, so no unique index rejects a duplicate. */
export async function lockMember(db: Database, member_id: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`visits_of ${member_id}`}, 0))`);
}
