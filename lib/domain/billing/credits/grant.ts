import { newId } from "@/db/id";
import { accountCredits } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/account";
import { post } from "@/lib/domain/billing/ledger";
import { ownerOf, payerOf } from "@/lib/domain/billing/payments/payer";
import { placeOf } from "@/lib/domain/billing/payments/place";
import { userIdOf } from "@/lib/kernel/caller";
import { invalid } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { creditColumns } from "./columns";
import { creditGranted } from "./events";

/** Goodwill: credit that no money paid for. It reduces what is earned, as a discount does. */
export const grantCredit = operation(
  contracts.grantCredit,
  async (ctx, { id: member_id, amount_minor, reason, expires_on = null, ...input }) => {
    const { payer, home_location_id } = await payerOf(ctx, { member_id });
    const place = await placeOf(ctx, input.location_id ?? (home_location_id as string));
    const { location_id, legal_entity_id, currency, today } = place;
    if (expires_on !== null && expires_on < today)
      throw invalid("expires_on", "This day is over. Choose today or a later day, or leave it empty.");
    const [granted] = await ctx.db
      .insert(accountCredits)
      .values({
        ...{ id: newId(), organization_id: ctx.organization_id, ...payer, location_id, source: "goodwill", currency },
        ...{ amount_minor, remaining_minor: amount_minor, granted_on: today, reason, expires_on },
        ...{ created_by: userIdOf(ctx.caller), created_at: ctx.now.toString() },
      })
      .returning(creditColumns);
    if (!granted) throw new Error("The credit was not stored");
    await post(ctx, [
      {
        ...{ legal_entity_id, location_id, booked_on: today, currency, fact: `goodwill:${granted.id}` },
        lines: [
          { account: "discounts", amount_minor },
          { account: "customer_credit", amount_minor: -amount_minor, ...ownerOf(payer) },
        ],
      },
    ]);
    ctx.audit({
      target_type: "member",
      target_id: member_id,
      after: { amount_minor, currency, ...(expires_on && { expires_on }) },
      reason,
    });
    ctx.emit(creditGranted, { credit_id: granted.id, member_id, amount_minor, currency });
    return granted;
  },
);
