import type { payments } from "@/db/schema";
import { post } from "@/lib/domain/billing/ledger";
import type { placeOf } from "@/lib/domain/billing/payments";
import type { ClockCtx } from "@/lib/kernel/operation";

type Dispute = {
  id: string;
  payment: Pick<typeof payments.$inferSelect, "currency">;
  place: Awaited<ReturnType<typeof placeOf>>;
};

/** Books what the fee has grown by. The dispute and its rows in a payout both tell the whole fee, so that it is booked once. */
export async function bookDisputeFee(
  ctx: ClockCtx,
  { id, payment, place }: Dispute,
  { booked, total }: { booked: number; total: number },
): Promise<number> {
  if (total <= booked) return booked;
  const { legal_entity_id, location_id, today } = place;
  await post(ctx, [
    {
      ...{ legal_entity_id, location_id, booked_on: today, currency: payment.currency },
      fact: `dispute_fee:${id}:${total}`,
      lines: [
        { account: "gateway_fees", amount_minor: total - booked },
        { account: "gateway_clearing", amount_minor: booked - total },
      ],
    },
  ]);
  return total;
}
