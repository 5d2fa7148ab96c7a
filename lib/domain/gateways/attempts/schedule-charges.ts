import { and, eq, isNull } from "drizzle-orm";
import { paymentAttempts } from "@/db/schema";
import type { TenantCtx } from "@/lib/kernel/operation";

/** K11: the payer was given notice of the debit, so that the sweep charges it at its time and not before. */
export async function scheduleCharges(
  { db, organization_id }: TenantCtx,
  announced: readonly { attempt_id: string; charge_at: string }[],
): Promise<void> {
  for (const { attempt_id, charge_at } of announced)
    await db
      .update(paymentAttempts)
      .set({ charge_at, check_at: charge_at, failure: null })
      .where(
        and(
          eq(paymentAttempts.organization_id, organization_id),
          eq(paymentAttempts.id, attempt_id),
          isNull(paymentAttempts.ended_at),
        ),
      );
}
