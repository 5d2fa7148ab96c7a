import type { VendorOptions } from "@/lib/providers/vendor";
import type { GatewaySettings } from "@/lib/values/gateway-settings";
import type { PaymentGateway } from "./payment-gateway";
import { stripeGateway } from "./stripe";

export type * from "./payment-gateway";

type GatewayOptions = VendorOptions & {
  /** The imitated gateway keeps its state in the database, which providers do not know. */
  sandbox: () => PaymentGateway;
};

/** The gateway of the settings. A vendor's SDK is loaded with the first call. */
export function openPaymentGateway(settings: GatewaySettings, { sandbox, ...options }: GatewayOptions): PaymentGateway {
  if (settings.vendor === "stripe") return stripeGateway(settings, options);
  return sandbox();
}
