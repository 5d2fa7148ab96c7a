import { and, eq, gt } from "drizzle-orm";
import { accountCredits } from "@/db/schema";
import { sellersOf } from "@/lib/domain/billing/entities";
import type { ClockCtx } from "@/lib/kernel/operation";

type Where = { currency: string; entity: { id: string } };

/** K19: the account credit that pays the next invoice of a member from this legal entity. */
export async function availableCredit(ctx: ClockCtx, member_id: string, { currency, entity }: Where): Promise<number> {
  const credits = await ctx.db
    .select({ location_id: accountCredits.location_id, remaining_minor: accountCredits.remaining_minor })
    .from(accountCredits)
    .where(
      and(
        eq(accountCredits.organization_id, ctx.organization_id),
        eq(accountCredits.payer_member_id, member_id),
        eq(accountCredits.currency, currency),
        gt(accountCredits.remaining_minor, 0),
      ),
    );
  if (credits.length === 0) return 0;
  const sellers = await sellersOf(
    ctx,
    credits.map(({ location_id }) => location_id),
  );
  return credits
    .filter(({ location_id }) => sellers.get(location_id)?.entity.id === entity.id)
    .reduce((all, { remaining_minor }) => all + remaining_minor, 0);
}
