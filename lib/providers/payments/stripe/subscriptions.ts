import type { Stripe } from "stripe";
import { Temporal } from "temporal-polyfill";
import { Refusal } from "@/lib/providers/payments/gateway-result";
import type {
  SubscriptionGateway,
  SubscriptionRequest,
  SubscriptionState,
  SubscriptionTerms,
} from "@/lib/providers/payments/payment-gateway";
import { fromStripe, toStripe } from "./amounts";
import { stripeBills } from "./bills";
import { isMissing, type StripeCaller } from "./connect";
import { expanded } from "./methods";

/** What the browser needs for the first bill, or for a method whose first bill comes later. */
const EXPAND = ["latest_invoice.confirmation_secret", "pending_setup_intent"];

export function stripeSubscriptions({ call, settings: { publishable_key } }: StripeCaller): SubscriptionGateway {
  const state = (subscription: Stripe.Subscription) => subscriptionState(subscription, publishable_key);
  const read = async (client: Stripe, ref: string) =>
    state(await client.subscriptions.retrieve(ref, { expand: EXPAND }));

  return {
    create: (request) =>
      call(async (client) => {
        const price_data = await priceOf(client, request, request.key);
        const params = { ...createParams(request), items: [{ price_data }] };
        return state(await client.subscriptions.create(params, { idempotencyKey: request.key }));
      }),
    change: (ref, { key, when, ...terms }) =>
      call(async (client) => {
        const item = itemOf(await client.subscriptions.retrieve(ref));
        if (when === "period_end" && !hasInterval(item, terms))
          throw new Refusal("Stripe changes the interval of a subscription only at once");
        const price_data = await priceOf(client, terms, key);
        const changed = await client.subscriptions.update(
          ref,
          {
            items: [{ id: item.id, price_data }],
            proration_behavior: when === "now" ? "create_prorations" : "none",
            expand: EXPAND,
          },
          { idempotencyKey: key },
        );
        return state(changed);
      }),
    cancel: (ref, { key, when }) =>
      call(
        async (client) => {
          if (when === "now") return state(await client.subscriptions.cancel(ref));
          const params = { cancel_at_period_end: true, expand: EXPAND };
          return state(await client.subscriptions.update(ref, params, { idempotencyKey: key }));
        },
        // Stripe does not find a canceled subscription when it is to be canceled again.
        (fault, client) => (isMissing(fault) ? read(client, ref) : undefined),
      ),
    pause: (ref, { key }) =>
      call(async (client) =>
        state(
          await client.subscriptions.update(
            ref,
            { pause_collection: { behavior: "void" }, expand: EXPAND },
            { idempotencyKey: key },
          ),
        ),
      ),
    // A trial that ends with the next bill moves the cycle, and nothing is prorated.
    resume: (ref, { key, next_bill_at }) =>
      call(async (client) =>
        state(
          await client.subscriptions.update(
            ref,
            {
              pause_collection: "",
              ...(next_bill_at && { trial_end: toUnix(next_bill_at), proration_behavior: "none" as const }),
              expand: EXPAND,
            },
            { idempotencyKey: key },
          ),
        ),
      ),
    moves_bills: true,
    takes_saved_methods: true,
    listBills: (ref) => call((client) => stripeBills(client, ref)),
    find: ({ ref, subscription_id, customer_ref: customer }) =>
      call(
        async (client) => {
          if (ref) return read(client, ref);
          const listed = await client.subscriptions
            .list({ customer, status: "all", limit: 100, expand: EXPAND.map((path) => `data.${path}`) })
            .autoPagingToArray({ limit: 1000 });
          const found = listed.find(({ metadata }) => metadata.subscription_id === subscription_id);
          return found ? state(found) : null;
        },
        (fault) => (isMissing(fault) ? null : undefined),
      ),
  };
}

const createParams = ({ subscription_id, customer_ref, method_ref, starts_at }: SubscriptionRequest) => ({
  customer: customer_ref,
  metadata: { subscription_id },
  payment_settings: { save_default_payment_method: "on_subscription" as const },
  ...(method_ref
    ? { default_payment_method: method_ref, off_session: true, payment_behavior: "allow_incomplete" as const }
    : { payment_behavior: "default_incomplete" as const }),
  ...(starts_at && { billing_cycle_anchor: toUnix(starts_at), proration_behavior: "none" as const }),
  expand: EXPAND,
});

/** Stripe shows the name of the product. A repeated call makes the same one. */
async function priceOf(client: Stripe, { name, interval, ...money }: SubscriptionTerms, key: string) {
  const { amount, currency } = toStripe(money);
  const { id: product } = await client.products.create({ name }, { idempotencyKey: `${key}-product` });
  const recurring = { interval: interval.unit, interval_count: interval.count };
  return { currency, unit_amount: amount, product, recurring };
}

const toUnix = (instant: string): number => Math.floor(Temporal.Instant.from(instant).epochMilliseconds / 1000);

function itemOf({ items }: Stripe.Subscription): Stripe.SubscriptionItem {
  const [item] = items.data;
  if (!item) throw new Refusal("The subscription has no price at Stripe");
  return item;
}

const hasInterval = ({ price: { recurring } }: Stripe.SubscriptionItem, { interval }: SubscriptionTerms): boolean =>
  recurring?.interval === interval.unit && recurring.interval_count === interval.count;

const STATUSES: Record<string, SubscriptionState["status"]> = {
  active: "active",
  trialing: "active",
  past_due: "overdue",
  unpaid: "overdue",
  paused: "paused",
  canceled: "canceled",
  incomplete_expired: "canceled",
};

function subscriptionState(subscription: Stripe.Subscription, publishable_key: string): SubscriptionState {
  const { price, current_period_end } = itemOf(subscription);
  const invoice = expanded(subscription.latest_invoice);
  const setup = expanded(subscription.pending_setup_intent);
  const status = subscription.pause_collection ? "paused" : (STATUSES[subscription.status] ?? "requires_action");
  const client_secret = setup?.client_secret ?? invoice?.confirmation_secret?.client_secret ?? null;
  const is_waiting = status === "requires_action" || (status === "active" && setup !== null);
  return {
    ...fromStripe(price.unit_amount ?? 0, price.currency),
    ref: subscription.id,
    subscription_id: subscription.metadata.subscription_id ?? null,
    status: is_waiting ? "requires_action" : status,
    period_ends_at: Temporal.Instant.fromEpochMilliseconds(current_period_end * 1000).toString(),
    is_ending: subscription.cancel_at_period_end || subscription.cancel_at !== null,
    action: is_waiting && client_secret ? { kind: "stripe", client_secret, publishable_key } : null,
  };
}
