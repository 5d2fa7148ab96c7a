import { Temporal } from "temporal-polyfill";
import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import type { Caller, OrganizationCard } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";
import type { GatewayResult, SubscriptionGateway, SubscriptionState } from "@/lib/providers/payments";
import type { SubscriptionEndReason } from "@/lib/values/gateways";
import { type Follow, findDueSubscriptions, reserveFollow, settleFollow } from "./jobs";
import type { SubscriptionReading } from "./settle";
import { callStart } from "./start";
import { stepsOf } from "./steps";

type Answered<T> = Extract<GatewayResult<T>, { outcome: "answered" }>;

/** Gateways forget idempotency keys, so that a start is not repeated after this time. */
const repeatableFor = { hours: 23 } as const;
/** A payer who did not allow it so long after its first bill is charged by us again. */
const allowedWithin = { hours: 24 } as const;

/** Compares the live subscriptions that are due with their memberships, and tells the gateway what changed. */
export async function followSubscriptions(
  caller: Caller,
  { membership_id = null }: { membership_id?: string | null } = {},
): Promise<{ followed: number }> {
  const { organization } = caller;
  if (!organization) throw notFound();
  const ids = await findDueSubscriptions(caller, membership_id);
  for (const id of ids) {
    const follow = await reserveFollow(caller, id);
    if (follow) await settleFollow(caller, id, await readingOf(caller, organization, follow));
  }
  return { followed: ids.length };
}

/** The state at the gateway comes first, so that a call whose answer was lost is not repeated. */
async function readingOf(caller: Caller, organization: OrganizationCard, follow: Follow): Promise<SubscriptionReading> {
  const { row, gateway, method } = follow;
  const opened = openGateway(gateway, { ...organization, clock: caller.clock });
  if ("unreadable" in opened)
    return { state: { outcome: "later", message: opened.unreadable, retry_after_ms: null }, bills: [] };
  const { subscriptions } = opened.gateway;
  if (!subscriptions) throw new Error("A gateway that runs no subscriptions has one");
  const found = await subscriptions.find({
    ...{ ref: row.vendor_ref, subscription_id: row.id, customer_ref: row.customer_ref ?? "" },
  });
  if (found.outcome !== "answered") return { state: found, bills: [] };
  if (found.value) return tell(subscriptions, follow, { outcome: "answered", value: found.value }, caller.clock.now());
  if (row.vendor_ref) return { state: { outcome: "answered", value: goneOf(follow) }, bills: [] };
  const forgets_at = Temporal.Instant.from(row.created_at).add(repeatableFor);
  if (Temporal.Instant.compare(caller.clock.now(), forgets_at) > 0)
    return { state: { outcome: "refused", message: "The gateway was never reached." }, bills: [] };
  return { state: await callStart(caller, organization, { row, gateway, method }), bills: [] };
}

async function tell(
  subscriptions: SubscriptionGateway,
  follow: Follow,
  found: Answered<SubscriptionState>,
  now: Temporal.Instant,
): Promise<SubscriptionReading> {
  const { row } = follow;
  const { ref } = found.value;
  const bills = await subscriptions.listBills(ref);
  const known = bills.outcome === "answered" ? bills.value : [];
  const isLate = Temporal.Instant.compare(now, Temporal.Instant.from(row.starts_at).add(allowedWithin)) > 0;
  const { steps, ...told } = stepsOf(follow, { state: found.value, moves_bills: subscriptions.moves_bills, isLate });
  let state: GatewayResult<SubscriptionState> = found;
  let end_reason: SubscriptionEndReason | null = null;
  for (const step of steps) {
    const key = `subscription-${row.id}-${row.calls}-${step.kind}`;
    state = await call(subscriptions, ref, step, key);
    if (step.kind === "cancel") end_reason = step.reason;
    if (state.outcome !== "answered") break;
  }
  const is_told = state.outcome === "answered";
  return {
    ...{ state, bills: known, end_reason, failure: told.failure },
    ...{ first_on: is_told ? told.first_on : null, terms: is_told ? told.terms : null },
  };
}

function call(
  subscriptions: SubscriptionGateway,
  ref: string,
  step: ReturnType<typeof stepsOf>["steps"][number],
  key: string,
): Promise<GatewayResult<SubscriptionState>> {
  switch (step.kind) {
    case "cancel":
      return subscriptions.cancel(ref, { key, when: step.when });
    case "pause":
      return subscriptions.pause(ref, { key });
    case "resume":
      return subscriptions.resume(ref, { key, next_bill_at: step.next_bill_at });
    case "change":
      return subscriptions.change(ref, { ...step.terms, key, when: "period_end" });
  }
}

/** The gateway does not know it any more. */
const goneOf = ({ row }: Follow): SubscriptionState => ({
  ...{ ref: row.vendor_ref ?? "", subscription_id: row.id, status: "canceled", amount_minor: row.amount_minor },
  ...{ currency: row.currency, period_ends_at: row.period_ends_at, is_ending: false, action: null },
});
