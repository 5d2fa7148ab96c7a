import { newId } from "@/db/id";
import * as contracts from "@/lib/contracts/billing/till";
import { sellerOf } from "@/lib/domain/billing/entities";
import { post } from "@/lib/domain/billing/ledger";
import { userIdOf } from "@/lib/kernel/caller";
import { operation } from "@/lib/kernel/operation";
import { lockSession } from "./find";
import { moveCashOf } from "./lock-till";

/** Cash that no payment explains: change from the bank, a bill paid out of the drawer, a full drawer that goes to the safe. */
export const moveCash = operation(contracts.moveCash, async (ctx, { id, kind, amount_minor, reason = null }) => {
  const session = await lockSession(ctx, id);
  const { location_id, currency } = session;
  const { entity, today } = await sellerOf(ctx, location_id);
  const signed = kind === "paid_in" ? amount_minor : -amount_minor;
  const movement = {
    ...{ id: newId(), kind, amount_minor: signed, reason, payment_id: null },
    created_at: ctx.now.toString(),
  };
  await moveCashOf(ctx, session, { ...movement, created_by: userIdOf(ctx.caller) });
  await post(ctx, [
    {
      ...{ legal_entity_id: entity.id, location_id, booked_on: today, currency, fact: `till_movement:${movement.id}` },
      lines: [
        { account: "cash", amount_minor: signed },
        { account: kind === "to_safe" ? "safe" : "petty_cash", amount_minor: -signed },
      ],
    },
  ]);
  ctx.audit({ target_type: "till_session", target_id: id, after: { kind, amount_minor, currency }, reason });
  return { ...movement, payer_name: null, change_minor: null };
});
