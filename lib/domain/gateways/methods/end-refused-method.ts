import { and, eq, inArray, isNull } from "drizzle-orm";
import { paymentAttempts, savedMethods } from "@/db/schema";
import { methodEnded } from "@/lib/domain/gateways/events";
import type { Ctx } from "@/lib/kernel/operation";

/** K3: the saved method of an attempt is not charged any more, for later invoices either. */
export async function endRefusedMethod(ctx: Ctx<unknown>, attempt_id: string): Promise<void> {
  const { db, organization_id, now } = ctx;
  const used = db
    .select({ id: paymentAttempts.saved_method_id })
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.organization_id, organization_id), eq(paymentAttempts.id, attempt_id)));
  const end_reason = "refused_for_good" as const;
  const [ended] = await db
    .update(savedMethods)
    .set({ ended_at: now.toString(), end_reason, is_default: false, updated_at: now.toString() })
    .where(
      and(
        eq(savedMethods.organization_id, organization_id),
        inArray(savedMethods.id, used),
        isNull(savedMethods.ended_at),
      ),
    )
    .returning({
      id: savedMethods.id,
      member_id: savedMethods.payer_member_id,
      company_id: savedMethods.payer_company_id,
    });
  if (!ended) return;
  const { id: saved_method_id, member_id, company_id } = ended;
  ctx.emit(methodEnded, { saved_method_id, end_reason, member_id, company_id });
}
