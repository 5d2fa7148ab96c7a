import { Temporal } from "temporal-polyfill";
import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import type { Caller, OrganizationCard } from "@/lib/kernel/caller";
import type { GatewayResult, PaymentGateway, PaymentState } from "@/lib/providers/payments";
import { captured, chargeSavedMethod, requestOf, withoutPayer } from "./call-gateway";
import type { Announced } from "./jobs";
import type { Reserved } from "./reserve";
import type { Answer } from "./settle";

type Result = GatewayResult<PaymentState>;
type Next = { answer: Answer } | { announced: Announced };

/** A page that nobody came back to is closed after this time, so that the invoice can be paid in another way. */
const abandonedAfter = { hours: 24 } as const;
/** Gateways forget idempotency keys, so a call is not repeated after this time. */
const repeatableFor = { hours: 23 } as const;

/** The first call of an attempt that charges a saved method: the notice of the debit where the gateway needs one, or the charge. */
export async function beginCharge(caller: Caller, organization: OrganizationCard, reserved: Reserved): Promise<Next> {
  const opened = openGateway(reserved.gateway, { ...organization, clock: caller.clock });
  if ("gateway" in opened && opened.gateway.debit_notice_hours > 0)
    return announce(caller, organization, reserved, opened.gateway);
  return {
    answer: { attempt_id: reserved.attempt.id, result: await chargeSavedMethod(caller, organization, reserved) },
  };
}

/**
 * What became of an attempt without an answer. The gateway is asked; nothing is guessed. Where it knows of no payment, the same call is
 * repeated under the same key.
 */
export async function findOut(caller: Caller, organization: OrganizationCard, reserved: Reserved): Promise<Next> {
  const { attempt, method } = reserved;
  const opened = openGateway(reserved.gateway, { ...organization, clock: caller.clock });
  if ("unreadable" in opened) return answerOf({ outcome: "misconfigured", message: opened.unreadable });
  const { gateway } = opened;
  if (attempt.status === "reserved" && gateway.debit_notice_hours > 0 && method) {
    if (!attempt.charge_at) return announce(caller, organization, reserved, gateway);
    if (attempt.vendor_ref === null && attempt.checks === 0)
      return answerOf(await chargeSavedMethod(caller, organization, reserved));
  }
  const found = await gateway.findPayment({
    ...{ ref: attempt.vendor_ref, attempt_id: attempt.id, reserved_at: attempt.created_at },
    customer_ref: method?.customer_ref ?? null,
  });
  if (found.outcome !== "answered") return answerOf(found);
  if (found.value === null) return answerOf(await whenUnknown());
  const state = await captured(gateway, { outcome: "answered", value: found.value });
  if (method) return answerOf(await withoutPayer(gateway, state));
  return answerOf(await abandoned(gateway, state));

  function answerOf(result: Result): Next {
    return { answer: { attempt_id: attempt.id, result } };
  }

  function olderThan(duration: { hours: number }): boolean {
    const since = Temporal.Instant.from(attempt.charge_at ?? attempt.created_at);
    return Temporal.Instant.compare(caller.clock.now(), since.add(duration)) > 0;
  }

  async function whenUnknown(): Promise<Result> {
    if (!method) return canceledOf("The page was closed before the payment began.");
    if (olderThan(repeatableFor)) return canceledOf("The gateway was never reached.");
    return chargeSavedMethod(caller, organization, reserved);
  }

  function canceledOf(message: string): Result {
    const { amount_minor, currency, vendor_ref } = attempt;
    const decline = { code: "abandoned" as const, vendor_code: "", message };
    return {
      outcome: "answered",
      value: {
        ...{ amount_minor, currency, ref: vendor_ref ?? attempt.id, charge_ref: null, status: "canceled" },
        ...{ attempt_id: attempt.id, method_kind: null, method: null, decline, action: null },
      },
    };
  }

  async function abandoned(gateway: PaymentGateway, result: Result): Promise<Result> {
    if (result.outcome !== "answered" || result.value.status !== "requires_action") return result;
    if (reserved.is_settled_otherwise) return settledOtherwise(await gateway.cancelPayment(result.value.ref));
    return olderThan(abandonedAfter) ? gateway.cancelPayment(result.value.ref) : result;
  }
}

/** K6: the page is closed. Money that came before it could be closed is booked, and what is too much becomes account credit. */
function settledOtherwise(result: Result): Result {
  if (result.outcome !== "answered" || result.value.status !== "canceled") return result;
  const message = "The invoice was settled otherwise, so its page was closed.";
  return { ...result, value: { ...result.value, decline: { code: "abandoned", vendor_code: "", message } } };
}

/** K11: a debit is announced at least 24 hours before. */
async function announce(
  caller: Caller,
  organization: OrganizationCard,
  reserved: Reserved,
  gateway: PaymentGateway,
): Promise<Next> {
  const { attempt, method } = reserved;
  if (!method) throw new Error("Only a saved method is debited after a notice");
  // An hour more than asked for, because the gateway counts from the moment at which it writes to the payer.
  const charge_at = caller.clock
    .now()
    .add({ hours: gateway.debit_notice_hours + 1 })
    .toString();
  const { customer_ref, method_ref } = method;
  const request = requestOf(organization, reserved);
  // Another call than the charge, so it has a key of its own.
  const key = `${request.key}-notice`;
  const result = await gateway.announceDebit({ ...request, key, customer_ref, method_ref, debit_at: charge_at });
  if (result.outcome === "answered") return { announced: { attempt_id: attempt.id, charge_at } };
  return { answer: { attempt_id: attempt.id, result } };
}
