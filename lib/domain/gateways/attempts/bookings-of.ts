import { newId } from "@/db/id";
import type { invoices } from "@/db/schema";
import type { Seller } from "@/lib/domain/billing/entities";
import type { PaymentBooking } from "@/lib/domain/billing/payments";
import { userIdOf } from "@/lib/kernel/caller";
import type { Ctx } from "@/lib/kernel/operation";
import type { PaymentState } from "@/lib/providers/payments";
import { type AttemptRow, payerOfAttempt } from "./reserve";

type Collected = {
  attempt: AttemptRow;
  state: PaymentState | null;
  invoice: Pick<typeof invoices.$inferSelect, "id" | "open_minor" | "location_id" | "legal_entity_id" | "voided_at">;
  seller: Seller;
};

/**
 * The payments of attempts that collected, by attempt. Each pays what is still open of its invoice. If that is less, because the invoice
 * was settled otherwise in the meantime, the rest becomes account credit (K6, K18).
 */
export function bookingsOf(ctx: Ctx<unknown>, collected: readonly Collected[]): Map<string, PaymentBooking> {
  const [at, by] = [ctx.now.toString(), userIdOf(ctx.caller)];
  const open = new Map(collected.map(({ invoice }) => [invoice.id, invoice.open_minor]));
  return new Map(
    collected.map(({ attempt, state, invoice, seller }) => {
      const { gateway_id, amount_minor, currency } = attempt;
      const method = state?.method_kind ?? attempt.method_kind ?? "card";
      const paid_minor = Math.min(open.get(invoice.id) ?? 0, amount_minor);
      open.set(invoice.id, (open.get(invoice.id) ?? 0) - paid_minor);
      const booking: PaymentBooking = {
        ...{ id: newId(), payer: payerOfAttempt(attempt), method, amount_minor },
        place: { location_id: invoice.location_id, currency, legal_entity_id: invoice.legal_entity_id },
        gateway: { gateway_id, charge_ref: state?.charge_ref ?? state?.ref ?? attempt.id },
        ...{ received_on: seller.today, reference: null, note: null, till_session_id: null },
        shares: paid_minor > 0 ? [{ id: invoice.id, amount_minor: paid_minor }] : [],
        ...{ at, by },
      };
      return [attempt.id, booking];
    }),
  );
}
