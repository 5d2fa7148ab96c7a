import type { Temporal } from "temporal-polyfill";
import { gatewaySubscriptions } from "@/db/schema";
import { refuseGateway } from "@/lib/domain/gateways/connections/refuse";
import { findGateways } from "@/lib/domain/gateways/connections/stored";
import type { Ctx } from "@/lib/kernel/operation";
import type { GatewayResult, SubscriptionBill, SubscriptionState } from "@/lib/providers/payments";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { SubscriptionEndReason } from "@/lib/values/gateways";
import { storeBills } from "./bills";
import { noticeEnded, noticeRefused } from "./notices";
import { isSubscription, lockSubscription, type SubscriptionRow } from "./rows";

/** What the gateway said of a subscription, and what was asked of it. */
export type SubscriptionReading = {
  state: GatewayResult<SubscriptionState>;
  bills: readonly SubscriptionBill[];
  /** Why the end was asked for. */
  end_reason?: SubscriptionEndReason | null;
  /** The gateway bills from an earlier day on than before. */
  first_on?: CalendarDay | null;
  /** What the gateway will bill next was told to it. */
  terms?: Pick<SubscriptionRow, "name" | "interval_unit" | "interval_count"> | null;
  /** What the gateway cannot do, in one sentence. */
  failure?: string | null;
};

/** A live subscription is compared with its membership as often. Changes of the membership bring it forward. */
const followEvery = { hours: 6 } as const;
const askAgainAfter = { minutes: 2 } as const;
const retryAfter = { minutes: 15 } as const;

type Columns = Partial<SubscriptionRow>;

/**
 * Stores what the gateway says, of the subscription and of its bills. A state that was applied before changes nothing. Returns why a bill
 * is not booked, if there is one.
 */
export async function settleSubscription(
  ctx: Ctx<unknown>,
  id: string,
  reading: SubscriptionReading,
): Promise<{ mismatch: string | null; before: SubscriptionRow }> {
  const before = await lockSubscription(ctx, id);
  const columns = before.ended_at ? {} : columnsOf(before, reading, ctx.now);
  if (Object.keys(columns).length > 0) {
    await ctx.db
      .update(gatewaySubscriptions)
      .set({ ...columns, updated_at: ctx.now.toString() })
      .where(isSubscription(ctx, id));
  }
  const after = { ...before, ...columns };
  if (reading.state.outcome === "misconfigured") await refuse(ctx, after, reading.state.message);
  if (after.failure && after.failure !== before.failure) await noticeRefused(ctx, after, after.failure);
  if (!before.ended_at && after.ended_at) await noticeEnded(ctx, after);
  return { mismatch: await storeBills(ctx, after, reading.bills), before };
}

function columnsOf(before: SubscriptionRow, reading: SubscriptionReading, now: Temporal.Instant): Columns {
  const { state: result, end_reason, first_on, terms, failure } = reading;
  const ended_at = now.toString();
  const asked = { ...(end_reason && { end_reason }), ...(terms ?? {}) };
  const check_at = (after: { hours: number } | { minutes: number }) => now.add(after).toString();
  switch (result.outcome) {
    case "later":
    case "unknown":
      return { ...asked, check_at: check_at(before.status === "reserved" ? askAgainAfter : retryAfter) };
    case "misconfigured":
    case "refused":
      if (before.status !== "reserved") return { ...asked, failure: result.message, check_at: check_at({ hours: 24 }) };
      return { status: "failed", end_reason: "not_started", failure: result.message, ended_at };
    case "answered": {
      const { ref, status, amount_minor, currency, period_ends_at, is_ending, action } = result.value;
      const shared = {
        ...{ ...asked, vendor_ref: ref, status, amount_minor, currency, period_ends_at, failure: failure ?? null },
        // A gateway that does not tell is believed to end what it was asked to end.
        is_ending: is_ending || (before.is_ending && status !== "canceled"),
        action_url: action?.kind === "redirect" ? action.url : null,
        ...(first_on && first_on < before.first_on && { first_on }),
      };
      if (status !== "canceled") return { ...shared, check_at: check_at(failure ? { hours: 24 } : followEvery) };
      const end = end_reason ?? before.end_reason ?? (before.status === "reserved" ? "not_started" : "by_gateway");
      return { ...shared, end_reason: end, ended_at };
    }
  }
}

async function refuse(ctx: Ctx<unknown>, { gateway_id }: SubscriptionRow, failure: string): Promise<void> {
  const gateway = (await findGateways(ctx)).find(({ id }) => id === gateway_id);
  if (gateway) await refuseGateway(ctx, gateway, failure);
}
