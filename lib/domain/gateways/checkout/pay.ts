import { inTenant } from "@/db/tenancy";
import { captured, chargeSavedMethod, requestOf, withoutPayer } from "@/lib/domain/gateways/attempts/call-gateway";
import { type Reserved, reserveAttempts } from "@/lib/domain/gateways/attempts/reserve";
import { type Answer, settleAttempts } from "@/lib/domain/gateways/attempts/settle";
import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import { refuseGateways } from "@/lib/domain/gateways/connections/refuse";
import { customerOf } from "@/lib/domain/gateways/methods/customer-of";
import { shownAction } from "@/lib/domain/gateways/methods/shown-action";
import { type Caller, type OrganizationCard, userIdOf } from "@/lib/kernel/caller";
import { env } from "@/lib/kernel/env";
import { notFound, orProblem, Problem } from "@/lib/kernel/errors";
import type { ClockCtx, Ctx, ReadCtx } from "@/lib/kernel/operation";
import type { GatewayResult, PaymentState } from "@/lib/providers/payments";
import type { AttemptOrigin, MandateMethodKind } from "@/lib/values/gateways";
import { type BillPage, billOf, getPayable, type Payable } from "./payable";
import { methodsFor } from "./saved-choice";

type Result = GatewayResult<PaymentState>;

/** What the gateway answered before the transaction, or why it was not called. */
export type Called = { answer: Answer } | { unchanged: true } | Problem;

const collectedElsewhere = "This bill is collected automatically. You do not need to pay it here.";

/** Which bill a page is about. It throws where the page shows none. */
type Find = (ctx: ReadCtx & ClockCtx) => Promise<BillPage>;

type Wanted = {
  find: Find;
  origin: Extract<AttemptOrigin, "link" | "member">;
  saves_method: boolean;
  /** A saved method that the payer chose. */
  payment_method_id: string | null;
  method_kind: MandateMethodKind | null;
  return_path: string;
};

/** Reserve and call: begins a payment with the payer present, or goes on with the one that was begun under its own key. */
export async function beginPayment(caller: Caller, wanted: Wanted): Promise<Called> {
  const { organization } = caller;
  if (!organization) return notFound();
  return orProblem(async (): Promise<Called> => {
    const reserved = await reserve(caller, organization, wanted);
    if (!reserved) return { unchanged: true };
    const result = reserved.method
      ? await chargeSavedMethod(caller, organization, reserved)
      : await checkout(caller, organization, reserved, wanted);
    return { answer: { attempt_id: reserved.attempt.id, result } };
  });
}

/** Asks the gateway what became of the payment that is under way. */
export async function askPayment(caller: Caller, find: Find): Promise<Called> {
  const { organization } = caller;
  if (!organization) return notFound();
  return orProblem(async (): Promise<Called> => {
    const { live, gateway } = await payableOf(caller, organization, find);
    const opened = live && gateway && openGateway(gateway, { ...organization, clock: caller.clock });
    if (!opened || "unreadable" in opened) return { unchanged: true };
    const read = await opened.gateway.findPayment(lookupOf(live));
    if (read.outcome !== "answered" || !read.value) return { unchanged: true };
    const state = await captured(opened.gateway, { outcome: "answered", value: read.value });
    const result = live.saved_method_id ? await withoutPayer(opened.gateway, state) : state;
    return { answer: { attempt_id: live.id, result } };
  });
}

/** Settle: stores the answer, and says what the page goes on with. */
export async function finishPayment(
  ctx: Ctx<Called>,
  find: (ctx: Ctx<unknown>) => Promise<BillPage & { audited: object }>,
) {
  const called = ctx.prepared;
  if (called instanceof Problem) throw called;
  const settled = "answer" in called ? await settleAttempts(ctx, [called.answer]) : [];
  await refuseGateways(ctx, settled);
  const { audited, ...page } = await find(ctx);
  const { invoice_id } = page;
  const payable = await getPayable(ctx, invoice_id);
  const status = settled[0]?.attempt.status ?? (payable.invoice.open_minor === 0 ? "succeeded" : "reserved");
  ctx.audit({ target_type: "invoice", target_id: invoice_id, after: { ...audited, status } });
  const state = "answer" in called && called.answer.result.outcome === "answered" ? called.answer.result.value : null;
  const { code, message } = state?.decline ?? {};
  return {
    ...{ status, action: state?.status === "requires_action" ? shownAction(state.action) : null },
    decline: code && message ? { code, message } : null,
    bill: await billOf(ctx, payable, page),
  };
}

const payableOf = (caller: Caller, { id: organization_id }: OrganizationCard, find: Find): Promise<Payable> =>
  inTenant({ organization_id, user_id: userIdOf(caller) }, async (db) => {
    const ctx = { db, organization_id, caller, now: caller.clock.now() };
    return getPayable(ctx, (await find(ctx)).invoice_id);
  });

/** The attempt that is under way on a page, or a new one. Null: nothing is left to pay. */
async function reserve(
  caller: Caller,
  { id: organization_id }: OrganizationCard,
  { find, origin, saves_method, payment_method_id }: Wanted,
): Promise<(Reserved & { is_new: boolean }) | null> {
  return inTenant({ organization_id, user_id: userIdOf(caller) }, async (db) => {
    const ctx = { db, organization_id, caller, now: caller.clock.now() };
    const { invoice_id, payment_link_id, offers_saved } = await find(ctx);
    const payable = await getPayable(ctx, invoice_id);
    if (payable.invoice.open_minor === 0) return null;
    const method_id = payment_method_id;
    if (
      method_id &&
      !payable.live &&
      !(offers_saved && (await methodsFor(ctx, payable)).some(({ id }) => id === method_id))
    )
      throw new Problem("conflict", "This saved method cannot be used here. Choose another way to pay.");
    const wanted = method_id ? { saved_method_id: method_id } : { is_present: true, saves_method };
    // The payer may be a member of any location.
    const everywhere = { ...ctx, caller: { ...caller, location_ids: null } };
    const { reserved, skipped } = await reserveAttempts(everywhere, {
      ...{ invoice_ids: [invoice_id], origin, payment_link_id, ...wanted },
    });
    if (reserved[0]) return { ...reserved[0], is_new: true };
    if (skipped[0]?.reason === "collected_by_gateway") throw new Problem("conflict", collectedElsewhere);
    const { live, gateway, invoice } = await getPayable(ctx, invoice_id);
    if (!live || !gateway) throw new Problem("conflict", "This bill cannot be paid here right now. Contact the gym.");
    if (method_id || live.saved_method_id !== null || live.amount_minor !== invoice.open_minor)
      throw new Problem("conflict", "A payment of this bill is under way. Wait a moment and open the page again.");
    return { attempt: live, gateway, method: null, number: invoice.number ?? "", is_new: false };
  });
}

async function checkout(
  caller: Caller,
  organization: OrganizationCard,
  reserved: Reserved & { is_new: boolean },
  { method_kind, return_path }: Wanted,
): Promise<Result> {
  const { attempt, gateway: row } = reserved;
  const opened = openGateway(row, { ...organization, clock: caller.clock });
  if ("unreadable" in opened) return { outcome: "misconfigured", message: opened.unreadable };
  const { gateway } = opened;
  // What became of it since. Another page may have begun it with another address to come back to.
  if (!reserved.is_new) {
    const found = await gateway.findPayment(lookupOf(attempt));
    if (found.outcome !== "answered") return found;
    if (found.value) return captured(gateway, { outcome: "answered", value: found.value });
  }
  const customer = attempt.saves_method
    ? await customerOf(caller, organization, attempt, { gateway_id: row.id, gateway })
    : null;
  if (customer && customer.outcome !== "answered") return customer;
  const customer_ref = customer?.value.customer_ref ?? null;
  const result = await gateway.startCheckout({
    ...{ ...requestOf(organization, reserved), customer_ref },
    // K11: room for a price increase, because the maximum of a mandate cannot be raised.
    mandate: customer_ref ? { max_minor: attempt.amount_minor * 2, expires_at: null, method_kind } : null,
    return_url: new URL(return_path, env().PUBLIC_URL).href,
  });
  return captured(gateway, result);
}

const lookupOf = ({ vendor_ref, id, created_at }: Reserved["attempt"]) => ({
  ...{ ref: vendor_ref, attempt_id: id, customer_ref: null, reserved_at: created_at },
});
