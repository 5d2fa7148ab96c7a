import { and, eq, isNull, or } from "drizzle-orm";
import { paymentAttempts, type payments, savedMethods } from "@/db/schema";
import { methodEnded } from "@/lib/domain/gateways/events";
import type { Ctx } from "@/lib/kernel/operation";

/** K17: the saved method that paid is never charged again: by the attempt that used it, or the one that saved it. */
export async function endDisputedMethod(ctx: Ctx<unknown>, payment: typeof payments.$inferSelect): Promise<void> {
  const { db, organization_id, now } = ctx;
  const [attempt] = await db
    .select()
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.organization_id, organization_id), eq(paymentAttempts.payment_id, payment.id)));
  if (!attempt?.saved_method_id && !attempt?.saves_method) return;
  const isPayer = or(
    payment.payer_member_id ? eq(savedMethods.payer_member_id, payment.payer_member_id) : undefined,
    payment.payer_company_id ? eq(savedMethods.payer_company_id, payment.payer_company_id) : undefined,
  );
  const isUsed = attempt.saved_method_id
    ? eq(savedMethods.id, attempt.saved_method_id)
    : and(eq(savedMethods.gateway_id, attempt.gateway_id), eq(savedMethods.created_at, payment.created_at), isPayer);
  const at = now.toString();
  const end_reason = "disputed" as const;
  const ended = await db
    .update(savedMethods)
    .set({ ended_at: at, end_reason, is_default: false, updated_at: at })
    .where(and(eq(savedMethods.organization_id, organization_id), isNull(savedMethods.ended_at), isUsed))
    .returning();
  for (const row of ended)
    ctx.emit(methodEnded, {
      ...{ saved_method_id: row.id, end_reason },
      ...{ member_id: row.payer_member_id, company_id: row.payer_company_id },
    });
}
