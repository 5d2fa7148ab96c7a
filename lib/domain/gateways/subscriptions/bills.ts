import { and, eq, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { gatewayBills } from "@/db/schema";
import type { Ctx } from "@/lib/kernel/operation";
import type { SubscriptionBill } from "@/lib/providers/payments";
import { dayAt } from "@/lib/values/calendar-day";
import { matchBills } from "./match";
import { zoneOf } from "./reach";
import type { SubscriptionRow } from "./rows";

/** Stores the bills of a locked subscription as the gateway tells them, and books those that were paid. Returns why one is not booked. */
export async function storeBills(
  ctx: Ctx<unknown>,
  row: SubscriptionRow,
  bills: readonly SubscriptionBill[],
): Promise<string | null> {
  const { db, organization_id, now } = ctx;
  if (bills.length > 0) {
    const zone = await zoneOf(ctx, row.membership_id);
    const t = gatewayBills;
    const at = now.toString();
    const excluded = (name: string) => sql`excluded.${sql.identifier(name)}`;
    await db
      .insert(t)
      .values(
        bills.map(({ ref, period_starts_at, ...bill }) => ({
          ...{ id: newId(), organization_id, subscription_id: row.id, gateway_id: row.gateway_id, bill_ref: ref },
          ...{ ...bill, period_on: dayAt(period_starts_at, zone), created_at: at, updated_at: at },
        })),
      )
      .onConflictDoUpdate({
        target: [t.organization_id, t.gateway_id, t.bill_ref],
        set: {
          ...{ status: excluded("status"), amount_minor: excluded("amount_minor"), currency: excluded("currency") },
          ...{ charge_ref: excluded("charge_ref"), method_kind: excluded("method_kind") },
          ...{ failure: excluded("failure"), next_try_at: excluded("next_try_at"), updated_at: at },
        },
        // What is booked stays as it was booked. A bill that was paid is never unpaid by an older reading.
        setWhere: and(eq(t.organization_id, organization_id), sql`${t.payment_id} is null and ${t.status} <> 'paid'`),
      });
  }
  return matchBills(ctx, row);
}
