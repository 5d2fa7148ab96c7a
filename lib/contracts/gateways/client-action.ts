import { z } from "zod";

/** What the payer's browser goes on with, by gateway. None of it charges by itself. */
export const clientAction = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sandbox"), token: z.string() }),
  z.object({ kind: z.literal("stripe"), client_secret: z.string(), publishable_key: z.string() }),
  z.object({
    kind: z.literal("razorpay"),
    order_ref: z.string(),
    key_id: z.string(),
    customer_ref: z.string().nullable(),
    /** The payer gives a mandate with it. */
    is_recurring: z.boolean(),
  }),
]);

/** What the browser needs to show the gateway's form, before anything was begun. */
export const checkoutForm = z.discriminatedUnion("vendor", [
  z.object({ vendor: z.literal("sandbox") }),
  z.object({
    vendor: z.literal("stripe"),
    publishable_key: z.string(),
    /** The amount as Stripe counts it; null where a method is saved without paying. */
    units: z.int().nullable(),
    currency: z.string(),
  }),
  z.object({ vendor: z.literal("razorpay"), key_id: z.string() }),
]);
