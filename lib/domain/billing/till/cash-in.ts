import { and, eq, sql } from "drizzle-orm";
import { tillMovements } from "@/db/schema";
import type { TenantCtx } from "@/lib/kernel/operation";

/** The cash that the drawer should hold: its float and every movement. */
export async function cashIn(
  { db, organization_id }: TenantCtx,
  { id, float_minor }: { id: string; float_minor: number },
): Promise<number> {
  const [row] = await db
    .select({ minor: sql`coalesce(sum(${tillMovements.amount_minor}), 0)`.mapWith(Number) })
    .from(tillMovements)
    .where(and(eq(tillMovements.organization_id, organization_id), eq(tillMovements.till_session_id, id)));
  return float_minor + (row?.minor ?? 0);
}
