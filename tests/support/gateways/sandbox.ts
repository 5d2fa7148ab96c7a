import { newId } from "@/db/id";
import { paymentGateways } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { openSandbox } from "@/lib/domain/gateways/sandbox/open";
import { type Clock, systemClock } from "@/lib/kernel/clock";
import type { GatewayResult, MandateTerms, PaymentLookup } from "@/lib/providers/payments/payment-gateway";
import type { Gym } from "@/tests/support/gym/gym";

/** A sandbox gateway of the gym, as the core stores one. */
export async function newSandbox(
  gym: Pick<Gym, "organization_id">,
  more: { replaced_at?: string } = {},
): Promise<string> {
  const id = newId();
  const { organization_id } = gym;
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(paymentGateways).values({ id, organization_id, vendor: "sandbox", is_live: false, ...more }),
  );
  return id;
}

export const sandboxOf = ({ organization_id, organization }: Gym, gateway_id: string, clock: Clock = systemClock) =>
  openSandbox({ organization_id, gateway_id, currency: organization.currency, clock });

/** The value of a call that the gateway answered. */
export async function answered<T>(call: Promise<GatewayResult<T>>): Promise<T> {
  const result = await call;
  if (result.outcome !== "answered") throw new Error(`${result.outcome}: ${result.message}`);
  return result.value;
}

export const aCheckout = (key: string = crypto.randomUUID()) => ({
  key,
  attempt_id: crypto.randomUUID(),
  invoice_id: crypto.randomUUID(),
  amount_minor: 8900,
  currency: "EUR",
  description: "INV-1, Test Gym",
  customer_ref: null as string | null,
  mandate: null as MandateTerms | null,
  return_url: "https://gym.example.com/pay/abc",
});

/** What a payment is found by, with the gateway's id or ours. */
export const lookup = (ref: string | null, attempt_id = ""): PaymentLookup => ({
  ...{ ref, attempt_id, customer_ref: null, reserved_at: "2026-01-01T00:00:00Z" },
});

/** What a payer allows who saves a method. */
export const aMandate: MandateTerms = { max_minor: 20_000, expires_at: null, method_kind: null };
