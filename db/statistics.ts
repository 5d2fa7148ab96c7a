import { sql } from "drizzle-orm";
import { inTenant } from "./tenancy";

const nobody = { organization_id: null, user_id: null };

/**
 * Refreshes the statistics of tables that have grown much. PostgreSQL plans triggers and foreign key checks with them. Without it,
 * thousands of rows in an empty database are written with sequential scans until autovacuum runs. ANALYZE holds its lock to the end of
 * its transaction, so it has one of its own. It skips a table that another session analyzes at that moment.
 */
export const analyzeGrownTables = (): Promise<unknown> =>
  inTenant(nobody, (db) => db.execute(sql`select analyze_grown_tables(is_complete => false)`), {
    timeout_class: "job",
  });
