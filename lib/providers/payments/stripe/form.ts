import { Refusal } from "@/lib/providers/payments/gateway-result";
import type { CheckoutForm } from "@/lib/providers/payments/payment-gateway";
import type { StripeSettings } from "@/lib/values/gateway-settings";
import { toStripe } from "./amounts";

/** The form is shown before the payment begins, so it gets the amount in Stripe's units. */
export function stripeForm(
  { publishable_key }: StripeSettings,
  { amount_minor, currency }: { amount_minor: number | null; currency: string },
): CheckoutForm | null {
  const own = { vendor: "stripe", publishable_key, currency: currency.toLowerCase() } as const;
  if (amount_minor === null) return { ...own, units: null };
  try {
    return { ...own, units: toStripe({ amount_minor, currency }).amount };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
