import type { CustomerRequest, PaymentGateway } from "@/lib/providers/payments/payment-gateway";
import type { VendorOptions } from "@/lib/providers/vendor";
import { isLive, type RazorpaySettings } from "@/lib/values/gateway-settings";
import { truncate } from "@/lib/values/storable-text";
import { razorpayCaller } from "./connect";
import { razorpayDebits } from "./debits";
import { razorpayDisputes } from "./disputes";
import { razorpayMethods } from "./methods";
import { razorpayPayments } from "./payments";
import { razorpayRefunds } from "./refunds";
import { razorpaySettlements } from "./settlements";
import { razorpaySetups } from "./setups";
import { readRazorpayReturn } from "./signatures";
import { razorpaySubscriptions } from "./subscriptions";
import { readRazorpayWebhook } from "./webhook";

/** Cards need 36 hours and 5 minutes between the notice and the debit, UPI 24 hours. */
const NOTICE_HOURS = 37;

const MAX_NAME = 50;

/** Only refunds have idempotency keys: other calls look first for what a lost one has made. */
export function razorpayGateway(settings: RazorpaySettings, options: VendorOptions = {}): PaymentGateway {
  const caller = razorpayCaller(settings, options);
  const is_live = isLive(settings);
  return {
    vendor: "razorpay",
    label: "Razorpay",
    is_live,
    form: () => ({ vendor: "razorpay", key_id: settings.key_id }),
    debit_notice_hours: NOTICE_HOURS,
    // A key cannot read its own account.
    test: () =>
      caller.call(async (client) => {
        await client.orders.all({ count: 1 });
        return { account_ref: settings.key_id, name: null, is_live, can_charge: true };
      }),
    createCustomer: ({ payer_id, name, email, phone }: CustomerRequest) =>
      caller.call(
        async (client) => {
          const { id } = await client.customers.create({
            name: truncate(name, MAX_NAME),
            ...(email && { email }),
            ...(phone && { contact: phone }),
            fail_existing: 0,
            notes: { payer_id },
          });
          return { customer_ref: id };
        },
        { is_repeatable: true },
      ),
    ...razorpayPayments(caller),
    ...razorpayDebits(caller),
    ...razorpaySetups(caller),
    ...razorpayMethods(caller),
    ...razorpayRefunds(caller),
    ...razorpayDisputes(caller),
    ...razorpaySettlements(caller),
    subscriptions: razorpaySubscriptions(caller),
    readReturn: (fields) => readRazorpayReturn(settings.key_secret, fields),
    readWebhook: async (call) => readRazorpayWebhook(settings.webhook_secret, call),
  };
}
