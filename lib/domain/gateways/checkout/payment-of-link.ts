import { and, desc, eq, isNull } from "drizzle-orm";
import { paymentAttempts, payments } from "@/db/schema";
import type { TenantCtx } from "@/lib/kernel/operation";

type PaymentRow = typeof payments.$inferSelect;

/** The payment that was made by a link and stands. It paid the invoice of the link and no other one. */
export async function paymentOfLink({ db, organization_id }: TenantCtx, link_id: string): Promise<PaymentRow | null> {
  const [found] = await db
    .select({ payment: payments })
    .from(paymentAttempts)
    .innerJoin(
      payments,
      and(eq(payments.organization_id, organization_id), eq(payments.id, paymentAttempts.payment_id)),
    )
    .where(
      and(
        eq(paymentAttempts.organization_id, organization_id),
        eq(paymentAttempts.payment_link_id, link_id),
        eq(paymentAttempts.status, "succeeded"),
        isNull(payments.reversed_at),
      ),
    )
    .orderBy(desc(paymentAttempts.ended_at), desc(paymentAttempts.id))
    .limit(1);
  return found?.payment ?? null;
}
