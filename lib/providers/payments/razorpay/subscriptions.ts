import { Temporal } from "temporal-polyfill";
import { Refusal } from "@/lib/providers/payments/gateway-result";
import type {
  SubscriptionGateway,
  SubscriptionState,
  SubscriptionTerms,
} from "@/lib/providers/payments/payment-gateway";
import { fromRazorpay, toRazorpay } from "./amounts";
import { razorpayBills } from "./bills";
import { type Client, orNull, type RazorpayCaller } from "./connect";
import { toUnix } from "./methods";

type Subscription = {
  id: string;
  plan_id: string;
  status: string;
  quantity?: number;
  current_end?: number | null;
  charge_at?: number | null;
  short_url?: string;
  notes: { subscription_id?: string } | [];
};

const PERIODS = { day: "daily", week: "weekly", month: "monthly", year: "yearly" } as const;

/** A subscription has an end at Razorpay: ten years. */
const CYCLES = { day: 3650, week: 520, month: 120, year: 10 };

const MIN_DAYS = 7;
const PER_PAGE = 100;

/** The payer gives the method once, on Razorpay's page: a saved one cannot be used. */
export const razorpaySubscriptions = ({ call }: RazorpayCaller): SubscriptionGateway => ({
  create: (request) =>
    call(async (client) => {
      const { subscription_id, interval, starts_at } = request;
      const plan_id = await createPlan(client, request);
      const made = await client.subscriptions.create({
        plan_id,
        total_count: Math.max(Math.floor(CYCLES[interval.unit] / interval.count), 1),
        quantity: 1,
        customer_notify: true,
        ...(starts_at && { start_at: toUnix(starts_at) }),
        notes: { subscription_id },
      });
      return subscriptionState(client, made as unknown as Subscription);
    }),
  change: (ref, { when, key: _key, ...terms }) =>
    call(async (client) => {
      const plan_id = await createPlan(client, terms);
      const schedule_change_at = when === "now" ? "now" : "cycle_end";
      const changed = await client.subscriptions.update(ref, { plan_id, schedule_change_at, customer_notify: true });
      return subscriptionState(client, changed as unknown as Subscription);
    }),
  cancel: (ref, { when }) =>
    call(
      async (client) => {
        const known = await fetchSubscription(client, ref);
        if (STATUSES[known.status] === "canceled") return subscriptionState(client, known);
        const at_end = when === "period_end";
        const canceled = await client.subscriptions.cancel(ref, at_end);
        return { ...(await subscriptionState(client, canceled as unknown as Subscription)), is_ending: at_end };
      },
      { is_repeatable: true },
    ),
  pause: (ref) =>
    call(
      async (client) => {
        const paused = await client.subscriptions.pause(ref, { pause_at: "now" });
        return subscriptionState(client, paused as unknown as Subscription);
      },
      { is_repeatable: true },
    ),
  resume: (ref) =>
    call(
      async (client) => {
        const resumed = await client.subscriptions.resume(ref, { resume_at: "now" });
        return subscriptionState(client, resumed as unknown as Subscription);
      },
      { is_repeatable: true },
    ),
  moves_bills: false,
  takes_saved_methods: false,
  listBills: (ref) => call((client) => razorpayBills(client, ref)),
  find: ({ ref, subscription_id }) =>
    call(async (client) => {
      const found = ref ? await orNull(fetchSubscription(client, ref)) : await findByOwnId(client, subscription_id);
      return found && subscriptionState(client, found);
    }),
});

/** A plan is only a price. One that a lost call has made is never used. */
async function createPlan(client: Client, { name, interval, ...money }: SubscriptionTerms): Promise<string> {
  if (interval.unit === "day" && interval.count < MIN_DAYS)
    throw new Refusal("Razorpay bills every seven days at most");
  const { id } = await client.plans.create({
    period: PERIODS[interval.unit],
    interval: interval.count,
    item: { name, ...toRazorpay(money) },
  });
  return id;
}

const fetchSubscription = async (client: Client, ref: string): Promise<Subscription> =>
  (await client.subscriptions.fetch(ref)) as unknown as Subscription;

/** The newest come first, and the one that is looked for was just made. */
async function findByOwnId(client: Client, subscription_id: string): Promise<Subscription | null> {
  const { items } = await client.subscriptions.all({ count: PER_PAGE });
  const own = (one: Subscription) => !Array.isArray(one.notes) && one.notes.subscription_id === subscription_id;
  return (items as unknown as Subscription[]).find(own) ?? null;
}

const STATUSES: Record<string, SubscriptionState["status"]> = {
  authenticated: "active",
  active: "active",
  pending: "overdue",
  halted: "overdue",
  paused: "paused",
  cancelled: "canceled",
  completed: "canceled",
  expired: "canceled",
};

async function subscriptionState(client: Client, subscription: Subscription): Promise<SubscriptionState> {
  const { item } = await client.plans.fetch(subscription.plan_id);
  const status = STATUSES[subscription.status] ?? "requires_action";
  const ends = subscription.current_end ?? null;
  return {
    ...fromRazorpay(Number(item.amount) * (subscription.quantity ?? 1), item.currency),
    ref: subscription.id,
    subscription_id: Array.isArray(subscription.notes) ? null : (subscription.notes.subscription_id ?? null),
    status,
    period_ends_at: ends === null ? null : Temporal.Instant.fromEpochMilliseconds(ends * 1000).toString(),
    is_ending: false,
    action:
      status === "requires_action" && subscription.short_url ? { kind: "redirect", url: subscription.short_url } : null,
  };
}
