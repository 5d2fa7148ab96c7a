import { eq } from "drizzle-orm";
import { memberships } from "@/db/schema";
import { billThrough } from "@/lib/domain/billing/engine";
import { sellerOf } from "@/lib/domain/billing/entities";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import { addDays } from "@/lib/values/calendar-day";
import { formatMoney } from "@/lib/values/money";
import { billOf } from "./bill";
import { loadBilled } from "./load";

/** F2: what is still charged until a cancellation takes effect, as text with its currency. */
export async function finalAmountOf(ctx: OrganizationCtx, membership_id: string): Promise<string | null> {
  const [billed] = await loadBilled(ctx, eq(memberships.id, membership_id), { is_read: true });
  if (!billed) return null;
  const { row, taxes, state } = billed;
  const until = state.cancelled_on === null ? [] : billThrough(state, addDays(state.cancelled_on, -1)).lines;
  const charged = until.filter(({ amount_minor }) => amount_minor > 0);
  const seller = await sellerOf(ctx, row.location_id);
  const { total_minor } = billOf(charged, { membership: row, taxes, seller, organization: ctx.organization });
  return formatMoney(total_minor, row.currency, ctx.organization.locale);
}
