import type { CustomerRequest, PaymentGateway } from "@/lib/providers/payments/payment-gateway";
import type { VendorOptions } from "@/lib/providers/vendor";
import { isLive, type StripeSettings } from "@/lib/values/gateway-settings";
import { stripeCaller } from "./connect";
import { stripeDisputes } from "./disputes";
import { stripeForm } from "./form";
import { stripeMethods } from "./methods";
import { stripePayments } from "./payments";
import { stripePayouts } from "./payouts";
import { stripeRefunds } from "./refunds";
import { stripeSetups } from "./setups";
import { stripeSubscriptions } from "./subscriptions";
import { readStripeWebhook } from "./webhook";

/** Each POST has an idempotency key, so that a lost answer is asked for again. */
export function stripeGateway(settings: StripeSettings, options: VendorOptions = {}): PaymentGateway {
  const caller = stripeCaller(settings, options);
  const is_live = isLive(settings);
  return {
    vendor: "stripe",
    label: "Stripe",
    is_live,
    form: ({ amount_minor, currency }) => stripeForm(settings, { amount_minor, currency }),
    debit_notice_hours: 0,
    test: () =>
      caller.call(async (client) => {
        const { id, business_profile, settings: account, charges_enabled } = await client.accounts.retrieveCurrent();
        const name = account?.dashboard.display_name || business_profile?.name || null;
        return { account_ref: id, name, is_live, can_charge: charges_enabled };
      }),
    createCustomer: ({ payer_id, name, email, phone }: CustomerRequest, key) =>
      caller.call(async (client) => {
        const params = { name, metadata: { payer_id }, ...(email && { email }), ...(phone && { phone }) };
        const { id } = await client.customers.create(params, { idempotencyKey: key });
        return { customer_ref: id };
      }),
    ...stripePayments(caller),
    ...stripeSetups(caller),
    ...stripeMethods(caller),
    announceDebit: async () => ({ outcome: "refused", message: "Stripe announces debits itself" }),
    ...stripeRefunds(caller),
    ...stripeDisputes(caller),
    ...stripePayouts(caller),
    subscriptions: stripeSubscriptions(caller),
    readWebhook: async (call) => readStripeWebhook(settings.webhook_secret, call),
  };
}
