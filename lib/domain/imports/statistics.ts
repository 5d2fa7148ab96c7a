import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/kernel/operation";

const manyRows = 500;

/** Updates the statistics before a large import is seen as done, so that its lists are planned for the new size. */
export async function settleGrowth({ db }: Pick<Ctx, "db">, rows: number): Promise<void> {
  if (rows >= manyRows) await db.execute(sql`select analyze_grown_tables(is_complete => true)`);
}
