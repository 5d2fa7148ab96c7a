import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import type { Caller, OrganizationCard } from "@/lib/kernel/caller";
import type { GatewayResult, PaymentGateway, PaymentState } from "@/lib/providers/payments";
import { keyOf, type Reserved } from "./reserve";

type Result = GatewayResult<PaymentState>;

/** Charges the saved method of an attempt. The network is used, so no transaction is open. */
export async function chargeSavedMethod(
  { clock }: Caller,
  organization: OrganizationCard,
  reserved: Reserved,
): Promise<Result> {
  const { method } = reserved;
  const opened = openGateway(reserved.gateway, { ...organization, clock });
  if ("unreadable" in opened) return { outcome: "misconfigured", message: opened.unreadable };
  if (!method) throw new Error("An attempt without a payer has a saved method");
  const { gateway } = opened;
  const { customer_ref, method_ref } = method;
  const request = { ...requestOf(organization, reserved), customer_ref, method_ref };
  return withoutPayer(gateway, await captured(gateway, await gateway.charge(request)));
}

/** Nobody is there to confirm with the bank: the payment is called off, and the payer is asked to pay on a page. */
export async function withoutPayer(gateway: PaymentGateway, result: Result): Promise<Result> {
  if (result.outcome !== "answered" || result.value.status !== "requires_action") return result;
  const canceled = await gateway.cancelPayment(result.value.ref);
  if (canceled.outcome !== "answered") return canceled;
  if (canceled.value.status !== "canceled") return canceled;
  const decline = result.value.decline ?? {
    ...{ code: "authentication_required" as const, vendor_code: "requires_action" },
    message: "The bank asks the payer to confirm the payment.",
  };
  return { outcome: "answered", value: { ...canceled.value, status: "failed", decline } };
}

/** `authorized` is not `captured`: the bank only holds the amount until it is captured. */
export async function captured(gateway: PaymentGateway, result: Result): Promise<Result> {
  if (result.outcome !== "answered" || result.value.status !== "authorized") return result;
  const { ref, charge_ref, amount_minor, currency } = result.value;
  return gateway.capture({ ref, charge_ref, amount_minor, currency });
}

export function requestOf(organization: OrganizationCard, { attempt, number }: Reserved) {
  return {
    ...{ key: keyOf(attempt), attempt_id: attempt.id, invoice_id: attempt.invoice_id },
    ...{ amount_minor: attempt.amount_minor, currency: attempt.currency },
    ...{ description: `${organization.name} ${number}`.trim(), customer_ref: null },
  };
}
