import type { GatewayVendor } from "./gateways";

type Origins = { scripts: readonly string[]; frames: readonly string[]; connections: readonly string[] };

/**
 * The vendors' own origins that a pay page loads scripts and frames from. The sandbox has none.
 * https://docs.stripe.com/security/guide#content-security-policy
 */
export const payOrigins: Record<GatewayVendor, Origins> = {
  sandbox: { scripts: [], frames: [], connections: [] },
  stripe: {
    scripts: ["https://js.stripe.com", "https://*.js.stripe.com"],
    frames: ["https://js.stripe.com", "https://*.js.stripe.com", "https://hooks.stripe.com"],
    connections: ["https://api.stripe.com"],
  },
  razorpay: {
    scripts: ["https://checkout.razorpay.com"],
    frames: ["https://api.razorpay.com", "https://checkout.razorpay.com"],
    connections: ["https://api.razorpay.com", "https://lumberjack.razorpay.com"],
  },
};
