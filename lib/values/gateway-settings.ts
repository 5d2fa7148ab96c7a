import { z } from "zod";

const key = (title: string, prefix: RegExp, error: string) =>
  z.string().trim().max(300).regex(prefix, { error }).meta({ title });
const secret = (title: string, prefix: RegExp, error: string) =>
  z.string().trim().max(300).regex(prefix, { error }).meta({ title, secret: true });

const stripeSettings = z.strictObject({
  vendor: z.literal("stripe"),
  publishable_key: key("Publishable key", /^pk_(test|live)_\w+$/, "A publishable key begins with pk_test_ or pk_live_"),
  secret_key: secret("Secret key", /^[sr]k_(test|live)_\w+$/, "A secret key begins with sk_test_, sk_live_ or rk_"),
  webhook_secret: secret("Webhook signing secret", /^whsec_\S+$/, "A signing secret begins with whsec_").nullable(),
});

const razorpaySettings = z.strictObject({
  vendor: z.literal("razorpay"),
  key_id: key("Key ID", /^rzp_(test|live)_\w+$/, "A key ID begins with rzp_test_ or rzp_live_"),
  key_secret: secret("Key secret", /^\S+$/, "Paste the value from the Razorpay dashboard"),
  webhook_secret: secret("Webhook secret", /^\S+$/, "Paste the value from the Razorpay dashboard").nullable(),
});

/** No account: cards, banks and webhooks are imitated inside the installation. */
const sandboxSettings = z.strictObject({ vendor: z.literal("sandbox") });

export const gatewaySettings = z.discriminatedUnion("vendor", [stripeSettings, razorpaySettings, sandboxSettings]);

export type StripeSettings = z.infer<typeof stripeSettings>;
export type RazorpaySettings = z.infer<typeof razorpaySettings>;
export type GatewaySettings = z.infer<typeof gatewaySettings>;

/** Whether real money moves. */
export const isLive = (settings: GatewaySettings): boolean =>
  settings.vendor === "stripe"
    ? settings.secret_key.includes("_live_")
    : settings.vendor === "razorpay" && settings.key_id.startsWith("rzp_live_");
