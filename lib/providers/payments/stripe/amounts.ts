import { Refusal } from "@/lib/providers/payments/gateway-result";
import { checkAmount } from "@/lib/providers/payments/gateway-units";
import type { Amount } from "@/lib/providers/payments/payment-gateway";
import { currencyExponent } from "@/lib/values/currency";

/** Without minor units, but written with two zeros. https://docs.stripe.com/currencies#special-cases */
const wholeUnits: ReadonlySet<string> = new Set(["ISK", "UGX"]);

/** How many of Stripe's units one of ours is: `currencyExponent` counts no decimals of UGX. */
const factorOf = (currency: string): number => (wholeUnits.has(currency) && currencyExponent(currency) === 0 ? 100 : 1);

/** Rejects what Stripe cannot take. HUF and TWD are only special in payouts, which Stripe makes itself. */
export function toStripe(amount: Amount): { amount: number; currency: string } {
  checkAmount("Stripe", amount);
  const units = amount.amount_minor * factorOf(amount.currency);
  if (wholeUnits.has(amount.currency) && units % 100 !== 0)
    throw new Refusal(`Stripe takes only whole amounts in ${amount.currency}`);
  return { amount: units, currency: amount.currency.toLowerCase() };
}

export function fromStripe(units: number, stripe_currency: string): Amount {
  const currency = stripe_currency.toUpperCase();
  return { amount_minor: Math.round(units / factorOf(currency)), currency };
}
