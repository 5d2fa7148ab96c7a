import type { Clock } from "@/lib/kernel/clock";
import { sign } from "@/lib/kernel/keys";
import type { PaymentGateway } from "@/lib/providers/payments/payment-gateway";
import { type SandboxOptions, type SandboxStore, sandboxGateway } from "@/lib/providers/payments/sandbox";
import { checkoutToken } from "./checkout-token";
import { type SandboxKey, sandboxStore } from "./store";

type Opening = SandboxKey & { currency: string; clock: Clock };

/** The sandbox as a gateway of the core. Call it outside of transactions, as every vendor. */
export const openSandbox = (opening: Opening): PaymentGateway =>
  sandboxGateway(sandboxOptions(opening, sandboxStore(opening)));

export const sandboxOptions = ({ currency, clock, ...key }: Opening, store: SandboxStore): SandboxOptions => ({
  store,
  clock,
  currency,
  account_ref: sandboxAccountRef(key.gateway_id),
  webhook_secret: sandboxWebhookSecret(key.gateway_id),
  tokenOf: (ref) => checkoutToken(key, ref),
});

export const sandboxAccountRef = (gateway_id: string): string => `sacct_${gateway_id.replaceAll("-", "")}`;

/** Derived for each gateway, so that nothing secret is stored. */
export const sandboxWebhookSecret = (gateway_id: string): string => sign("sandbox_webhook", gateway_id);
