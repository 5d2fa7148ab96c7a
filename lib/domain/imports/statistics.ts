import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/kernel/operation";

/**
 * PostgreSQL plans foreign key checks with the table's statistics. Without this, thousands of rows in an empty organization would
 * use sequential scans until autovacuum runs.
 */
export async function followGrowth({ db }: Pick<Ctx, "db">): Promise<void> {
  await db.execute(sql`select analyze_grown_tables(is_complete => false)`);
}

const manyRows = 500;

/** Updates the statistics after a large import, so that lists are planned for the new size. */
export async function settleGrowth({ db }: Pick<Ctx, "db">, rows: number): Promise<void> {
  if (rows >= manyRows) await db.execute(sql`select analyze_grown_tables(is_complete => true)`);
}
