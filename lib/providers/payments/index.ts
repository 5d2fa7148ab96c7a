import type { VendorOptions } from "@/lib/providers/vendor";
import type { GatewaySettings } from "@/lib/values/gateway-settings";
import type { PaymentGateway } from "./payment-gateway";
import { razorpayGateway } from "./razorpay";
import { stripeGateway } from "./stripe";

export type * from "./payment-gateway";

type GatewayOptions = VendorOptions & {
  /** The imitated gateway keeps its state in the database, which providers do not know. */
  sandbox: () => PaymentGateway;
};

/** @public The gateway of the settings. A vendor's SDK is loaded with the first call. */
export function openPaymentGateway(settings: GatewaySettings, { sandbox, ...options }: GatewayOptions): PaymentGateway {
  switch (settings.vendor) {
    case "stripe":
      return stripeGateway(settings, options);
    case "razorpay":
      return razorpayGateway(settings, options);
    case "sandbox":
      return sandbox();
  }
}
