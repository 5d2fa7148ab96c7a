import { Temporal } from "temporal-polyfill";
import type {
  SubscriptionRequest,
  SubscriptionState,
  SubscriptionTerms,
} from "@/lib/providers/payments/payment-gateway";
import { billPeriod } from "./bills";
import { report } from "./events";
import { findMethod } from "./methods";
import { change, create, type SandboxObject, SandboxRefusal, type Vendor } from "./objects";

export type SandboxSubscription = SandboxObject<"subscription">;

/** Bills the saved method, from the first bill on, until it is canceled. */
export async function subscribe(vendor: Vendor, request: SubscriptionRequest): Promise<SandboxSubscription> {
  const { customer_ref, method_ref, amount_minor, currency, name, interval, subscription_id } = request;
  const method = method_ref ? await findMethod(vendor, { customer_ref, method_ref }) : null;
  if (!method_ref || !method?.data.is_usable) throw new SandboxRefusal("This customer has no such method.");
  const first_at = request.starts_at ?? vendor.now.toString();
  const made = await create(
    vendor,
    "subscription",
    {
      ...{ amount_minor, currency, customer_ref, method_ref, name, interval, status: "active" },
      ...{ anchor_at: first_at, cycle: 0, period_ends_at: first_at, is_ending: false, declines_next: false },
    },
    { owner_ref: subscription_id, parent_ref: customer_ref, due_at: first_at },
  );
  await announce(vendor, made, "subscription.created");
  const is_due = Temporal.Instant.compare(Temporal.Instant.from(first_at), vendor.now) <= 0;
  return is_due ? endPeriod(vendor, made) : made;
}

/** The period has ended: the next one is billed, unless the subscription ends or is paused. */
export async function endPeriod(vendor: Vendor, subscription: SandboxSubscription): Promise<SandboxSubscription> {
  const { data } = subscription;
  if (data.status === "canceled") return subscription;
  if (data.is_ending) return cancel(vendor, subscription);
  const starts_at = data.period_ends_at;
  const cycle = data.cycle + 1;
  const period_ends_at = afterCycles(data.anchor_at, data.interval, cycle);
  const next = await change(vendor, subscription, { cycle, period_ends_at }, period_ends_at);
  if (data.status === "paused") return announce(vendor, next, "subscription.skipped");
  return billPeriod(vendor, next, starts_at);
}

/** By the calendar of the vendor, which is UTC. The 31st stays the last day of shorter months. */
function afterCycles(anchor_at: string, { unit, count }: SubscriptionTerms["interval"], cycles: number): string {
  const anchor = Temporal.Instant.from(anchor_at).toZonedDateTimeISO("UTC");
  return anchor
    .add({ [`${unit}s`]: count * cycles })
    .toInstant()
    .toString();
}

/** The next bill has the new terms. Nothing is prorated. */
export function changeTerms(
  vendor: Vendor,
  subscription: SandboxSubscription,
  { amount_minor, currency, name, interval }: SubscriptionTerms,
): Promise<SandboxSubscription> {
  const { period_ends_at } = requireLive(subscription).data;
  return update(vendor, subscription, {
    ...{ amount_minor, currency, name, interval, anchor_at: period_ends_at, cycle: 0 },
  });
}

export const pause = (vendor: Vendor, subscription: SandboxSubscription): Promise<SandboxSubscription> =>
  update(vendor, requireLive(subscription), { status: "paused" });

export function resume(
  vendor: Vendor,
  subscription: SandboxSubscription,
  next_bill_at: string | null,
): Promise<SandboxSubscription> {
  const { status } = requireLive(subscription).data;
  const resumed = { status: status === "paused" ? ("active" as const) : status };
  if (next_bill_at === null) return update(vendor, subscription, resumed);
  return update(vendor, subscription, {
    ...{ ...resumed, anchor_at: next_bill_at, cycle: 0, period_ends_at: next_bill_at },
  });
}

export function end(
  vendor: Vendor,
  subscription: SandboxSubscription,
  when: "now" | "period_end",
): Promise<SandboxSubscription> {
  if (subscription.data.status === "canceled") return Promise.resolve(subscription);
  return when === "now" ? cancel(vendor, subscription) : update(vendor, subscription, { is_ending: true });
}

/** By the call, the end of the period, or because the vendor gave up. */
async function cancel(vendor: Vendor, subscription: SandboxSubscription): Promise<SandboxSubscription> {
  const ended = await change(vendor, subscription, { status: "canceled", is_ending: false });
  return announce(vendor, ended, "subscription.canceled");
}

async function update(
  vendor: Vendor,
  subscription: SandboxSubscription,
  data: Partial<SandboxSubscription["data"]>,
): Promise<SandboxSubscription> {
  const due_at = data.period_ends_at ?? subscription.data.period_ends_at;
  return announce(vendor, await change(vendor, subscription, data, due_at), "subscription.updated");
}

function requireLive(subscription: SandboxSubscription): SandboxSubscription {
  if (subscription.data.status === "canceled") throw new SandboxRefusal("This subscription has ended.");
  return subscription;
}

async function announce(vendor: Vendor, subscription: SandboxSubscription, type: string): Promise<SandboxSubscription> {
  await report(vendor, { type, subject: "subscription", ref: subscription.ref });
  return subscription;
}

export const subscriptionState = ({ ref, owner_ref, data }: SandboxSubscription): SubscriptionState => ({
  ...{ ref, subscription_id: owner_ref, status: data.status, amount_minor: data.amount_minor },
  ...{ currency: data.currency, period_ends_at: data.period_ends_at, is_ending: data.is_ending, action: null },
});
