import { createHmac } from "node:crypto";
import { constantTimeEquals } from "@/lib/providers/webhook";

const hmac = (secret: string, text: string): string => createHmac("sha256", secret).update(text).digest("hex");

export const isSignedWith = (secret: string, text: string, signature: string): boolean =>
  constantTimeEquals(hmac(secret, text), signature);

const ID = /^[a-z]{2,12}_\w{1,100}$/i;

/** What the browser brings back from Checkout, from a subscription or from a payment link: each is signed in its own order. */
export function readRazorpayReturn(
  key_secret: string,
  fields: Record<string, string>,
): { ref: string; charge_ref: string } | null {
  const {
    razorpay_payment_id: payment = "",
    razorpay_order_id: order,
    razorpay_subscription_id: subscription,
    razorpay_payment_link_id: link,
    razorpay_payment_link_reference_id: reference = "",
    razorpay_payment_link_status: status = "",
    razorpay_signature: signature = "",
  } = fields;
  const ref = order ?? subscription ?? link ?? "";
  if (!ID.test(ref) || !ID.test(payment)) return null;
  const signed = order
    ? `${order}|${payment}`
    : subscription
      ? `${payment}|${subscription}`
      : `${link}|${reference}|${status}|${payment}`;
  return isSignedWith(key_secret, signed, signature) ? { ref, charge_ref: payment } : null;
}
