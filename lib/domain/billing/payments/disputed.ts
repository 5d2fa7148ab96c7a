import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { disputes } from "@/db/schema";
import { Problem } from "@/lib/kernel/errors";
import type { TenantCtx } from "@/lib/kernel/operation";

type Disputed = { taken_minor: number; is_undecided: boolean };

/** K17: what the payer's bank has taken of a payment, and whether the bank may still give it back. Lock the payment first. */
async function disputedOf({ db, organization_id }: TenantCtx, payment_id: string): Promise<Disputed> {
  const [row] = await db
    .select({
      taken_minor: sql`coalesce(sum(${disputes.amount_minor}), 0)`.mapWith(Number),
      is_undecided: sql<boolean>`coalesce(bool_or(${disputes.closed_at} is null), false)`,
    })
    .from(disputes)
    .where(
      and(
        eq(disputes.organization_id, organization_id),
        eq(disputes.payment_id, payment_id),
        isNotNull(disputes.taken_at),
        isNull(disputes.returned_at),
      ),
    );
  return row ?? { taken_minor: 0, is_undecided: false };
}

/** What went back by lost disputes. Refuses a payment whose dispute is not decided: its money would go back twice. */
export async function refuseDisputed(ctx: TenantCtx, { id }: { id: string }): Promise<number> {
  const { taken_minor, is_undecided } = await disputedOf(ctx, id);
  if (is_undecided)
    throw new Problem(
      "conflict",
      "The payer's bank has taken the money of this payment back. It can be refunded only after the dispute was won.",
    );
  return taken_minor;
}
