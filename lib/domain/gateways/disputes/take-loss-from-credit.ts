import { and, eq, gt, isNull } from "drizzle-orm";
import { disputes, type payments, type refunds } from "@/db/schema";
import { moveLossToCredit, placeOf } from "@/lib/domain/billing/payments";
import type { Ctx } from "@/lib/kernel/operation";

/**
 * K17: a refund did not leave, and its payment is disputed. The credit that came back belongs to money that the bank has taken, so that the
 * payer does not have it twice. The payment is locked before.
 */
export async function takeLossFromCredit(
  ctx: Ctx<unknown>,
  payment: typeof payments.$inferSelect,
  { id: refund_id, credit_id }: Pick<typeof refunds.$inferSelect, "id" | "credit_id">,
): Promise<void> {
  const { db, organization_id } = ctx;
  const [row] = await db
    .select()
    .from(disputes)
    .where(
      and(
        eq(disputes.organization_id, organization_id),
        eq(disputes.payment_id, payment.id),
        isNull(disputes.returned_at),
        gt(disputes.loss_minor, 0),
      ),
    )
    .for("update")
    .limit(1);
  if (!row) return;
  const place = await placeOf(ctx, payment.location_id);
  const dispute = { id: row.id, payment, place, amount_minor: row.amount_minor };
  const fact = `dispute_refund_stopped:${row.id}:${refund_id}`;
  const minor = await moveLossToCredit(ctx, dispute, { loss_minor: row.loss_minor, credit_id, fact });
  if (minor === 0) return;
  const { invoices, credits } = row.shares;
  await db
    .update(disputes)
    .set({
      loss_minor: row.loss_minor - minor,
      credit_minor: row.credit_minor + minor,
      shares: { invoices, credits: [...credits, { id: credit_id, amount_minor: minor }] },
    })
    .where(and(eq(disputes.organization_id, organization_id), eq(disputes.id, row.id)));
}
