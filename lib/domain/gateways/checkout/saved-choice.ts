import { savedMethods } from "@/db/schema";
import { isAboveMandate } from "@/lib/domain/gateways/attempts/reserve";
import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import { activeMethodsOf } from "@/lib/domain/gateways/methods/list";
import { isPayerOf } from "@/lib/domain/gateways/methods/payer";
import type { Method } from "@/lib/domain/gateways/methods/select-methods";
import type { ClockCtx, ReadCtx } from "@/lib/kernel/operation";
import type { Bill, Payable } from "./payable";

/**
 * The saved methods that the payer may choose for a bill, the default first: of this payer, at the gateway that takes the payment (K21),
 * and large enough (K11). None while a payment is under way, and none where a debit needs a notice a day before.
 */
export async function methodsFor(
  ctx: ReadCtx & ClockCtx,
  { invoice, live, gateway }: Pick<Payable, "invoice" | "live" | "gateway">,
): Promise<Method[]> {
  if (live || !gateway || gateway.failing_since || invoice.open_minor === 0) return [];
  const opened = openGateway(gateway, { currency: invoice.currency, clock: ctx.caller.clock });
  if ("unreadable" in opened || opened.gateway.debit_notice_hours > 0) return [];
  const methods = (await activeMethodsOf(ctx, isPayerOf(savedMethods, invoice))).filter(
    ({ gateway_id }) => gateway_id === gateway.id,
  );
  return methods.filter((method) => method.can_be_charged && !isAboveMandate(method, invoice));
}

/** Brand and last digits, as printed on the card. */
export const shownMethod = ({ id, kind, brand, last4, is_default }: Method): Bill["saved_methods"][number] => ({
  ...{ id, kind, brand, last4, is_default },
});
