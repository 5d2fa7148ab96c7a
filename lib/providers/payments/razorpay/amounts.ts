import { Refusal } from "@/lib/providers/payments/gateway-result";
import { checkAmount } from "@/lib/providers/payments/gateway-units";
import type { Amount } from "@/lib/providers/payments/payment-gateway";

const MIN_PAISE = 100;

/** Razorpay counts as we do. The currency is always sent, because the SDK would add rupees. */
export function toRazorpay(amount: Amount): { amount: number; currency: string } {
  checkAmount("Razorpay", amount);
  if (amount.currency === "INR" && amount.amount_minor < MIN_PAISE)
    throw new Refusal("Razorpay takes at least ₹1 for a payment");
  return { amount: amount.amount_minor, currency: amount.currency };
}

export const fromRazorpay = (amount: number | string, currency: string): Amount => ({
  amount_minor: Number(amount),
  currency,
});
