import { and, eq, inArray, isNull } from "drizzle-orm";
import { paymentAttempts } from "@/db/schema";
import type { TenantCtx } from "@/lib/kernel/operation";

/**
 * Of these locked invoices, those that a gateway is collecting right now. A page on which the payer has not paid yet is not among them:
 * it is called off when the money comes otherwise (K6).
 */
export async function collectedByGateway(
  { db, organization_id }: TenantCtx,
  invoice_ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (invoice_ids.length === 0) return new Set();
  const rows = await db
    .select({ invoice_id: paymentAttempts.invoice_id })
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.organization_id, organization_id),
        inArray(paymentAttempts.invoice_id, [...invoice_ids]),
        inArray(paymentAttempts.status, ["reserved", "processing"]),
        isNull(paymentAttempts.ended_at),
      ),
    );
  return new Set(rows.map(({ invoice_id }) => invoice_id));
}
