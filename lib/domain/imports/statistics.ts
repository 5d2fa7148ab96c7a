import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/kernel/operation";

/**
 * A foreign key is checked by a plan that was made for the table as the statistics know it: thousands of rows into an
 * empty gym would be checked by walking through all of them, until autovacuum has looked.
 */
export async function followGrowth({ db }: Pick<Ctx<unknown>, "db">): Promise<void> {
  await db.execute(sql`select analyze_grown_tables(is_complete => false)`);
}

const manyRows = 500;

/** However large the tables were before, the lists of a gym that has just come are planned for a gym of its size. */
export async function settleGrowth({ db }: Pick<Ctx<unknown>, "db">, rows: number): Promise<void> {
  if (rows >= manyRows) await db.execute(sql`select analyze_grown_tables(is_complete => true)`);
}
