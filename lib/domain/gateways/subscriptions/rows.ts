import { and, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { type gatewayBills, gatewaySubscriptions, memberships } from "@/db/schema";
import { type Seller, sellerAt, sellersOf } from "@/lib/domain/billing/entities";
import { type Billed, loadBilled } from "@/lib/domain/memberships/billing";
import { notFound } from "@/lib/kernel/errors";
import type { OrganizationCtx, TenantCtx } from "@/lib/kernel/operation";
import { type CalendarDay, startOfDay } from "@/lib/values/calendar-day";

export type SubscriptionRow = typeof gatewaySubscriptions.$inferSelect;
export type BillRow = typeof gatewayBills.$inferSelect;

export const isSubscription = ({ organization_id }: Pick<TenantCtx, "organization_id">, id: string) =>
  and(eq(gatewaySubscriptions.organization_id, organization_id), eq(gatewaySubscriptions.id, id));

/** Throws 404. */
export async function lockSubscription(ctx: TenantCtx, id: string): Promise<SubscriptionRow> {
  const [row] = await ctx.db.select().from(gatewaySubscriptions).where(isSubscription(ctx, id)).for("update");
  if (!row) throw notFound();
  return row;
}

export type Followed = Billed & { seller: Seller };

/** A membership with what its next bill needs. */
export async function followedOf(
  ctx: OrganizationCtx,
  membership_id: string,
  { is_read }: { is_read: boolean },
): Promise<Followed> {
  const [billed] = await loadBilled(ctx, eq(memberships.id, membership_id), { is_read });
  if (!billed) throw notFound();
  const { location_id } = billed.row;
  const seller = sellerAt(await sellersOf(ctx, [location_id]), location_id);
  return { ...billed, seller };
}

/** Noon at the location: no change of the clock moves it to another day. */
export const billTime = (day: CalendarDay, time_zone: string): string =>
  Temporal.Instant.from(startOfDay(day, time_zone)).add({ hours: 12 }).toString();
