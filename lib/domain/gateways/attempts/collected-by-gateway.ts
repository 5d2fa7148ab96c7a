import { and, eq, inArray, sql } from "drizzle-orm";
import { invoices } from "@/db/schema";
import type { TenantCtx } from "@/lib/kernel/operation";

/** K24: the renewals that the gateway bills by itself. The database refuses an attempt of them too. */
const isCollectedByGateway = sql<boolean>`collected_by_gateway(${invoices.organization_id}, ${invoices.id})`;

export async function collectedByGateway(
  { db, organization_id }: TenantCtx,
  candidates: readonly { id: string; origin: string }[],
): Promise<ReadonlySet<string>> {
  const ids = candidates.filter(({ origin }) => origin === "renewal").map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: invoices.id })
    .from(invoices)
    .where(and(eq(invoices.organization_id, organization_id), inArray(invoices.id, ids), isCollectedByGateway));
  return new Set(rows.map(({ id }) => id));
}
