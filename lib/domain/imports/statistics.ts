import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/kernel/operation";

/**
 * A foreign key is checked by a plan that was made for the table as the statistics know it: thousands of rows into an
 * empty gym would be checked by walking through all of them, until autovacuum has looked.
 */
export async function followGrowth({ db }: Pick<Ctx<unknown>, "db">): Promise<void> {
  await db.execute(sql`select analyze_grown_tables()`);
}
