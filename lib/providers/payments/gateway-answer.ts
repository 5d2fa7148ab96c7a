/** An amount in our minor units. Each gateway converts it to its own. */
export type Amount = { amount_minor: number; currency: string };

/**
 * The end of one call.
 * - `answered`: the gateway did what was asked, or told the state of it. A declined payment is an answer.
 * - `refused`: the gateway did nothing and will refuse the same call again. `message` is for the log and for managers.
 * - `later`: nothing was done, or a repetition with the same key is safe within a day. Gateways forget keys: after a day, find first.
 * - `unknown`: the gateway may have acted. Ask it with `find…` before anything else.
 * - `misconfigured`: keys or account are wrong, so every call will fail until they are changed.
 */
export type GatewayResult<T> =
  | { outcome: "answered"; value: T }
  | { outcome: "refused"; message: string }
  | { outcome: "later"; message: string; retry_after_ms: number | null }
  | { outcome: "unknown"; message: string }
  | { outcome: "misconfigured"; message: string };

/** What the payer's browser needs to go on. None of it charges by itself. */
export type ClientAction =
  | { kind: "stripe"; client_secret: string; publishable_key: string }
  | { kind: "razorpay"; order_ref: string; key_id: string; customer_ref: string | null; is_recurring: boolean }
  | { kind: "sandbox"; token: string }
  | { kind: "redirect"; url: string };

/** What the payer's browser needs to show the gateway's form, before anything was begun. None of it is secret. */
export type CheckoutForm =
  | { vendor: "sandbox" }
  /** `units`: the amount as Stripe counts it. Null where a method is saved without paying. */
  | { vendor: "stripe"; publishable_key: string; units: number | null; currency: string }
  | { vendor: "razorpay"; key_id: string };
