import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/gateways/payment-links";
import { captured, requestOf } from "@/lib/domain/gateways/attempts/call-gateway";
import { type Reserved, reserveAttempts } from "@/lib/domain/gateways/attempts/reserve";
import { type Answer, settleAttempts } from "@/lib/domain/gateways/attempts/settle";
import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import { refuseGateways } from "@/lib/domain/gateways/connections/refuse";
import { getGateway } from "@/lib/domain/gateways/connections/stored";
import { inOrganizationOfToken } from "@/lib/domain/organization";
import type { Caller, OrganizationCard } from "@/lib/kernel/caller";
import { env } from "@/lib/kernel/env";
import { orProblem, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { ClientAction, GatewayResult, PaymentState } from "@/lib/providers/payments";
import { customerOf } from "./customer-of";
import { billOf, getLink, type Link, linkInvalid } from "./find-link";
import { organizationInLink } from "./link-token";

type Result = GatewayResult<PaymentState>;
type Called = { answer: Answer } | { unchanged: true } | Problem;

export const readPaymentLink = inOrganizationOfToken(
  operation(contracts.readPaymentLink, async (ctx, { token }) => {
    if (!ctx.caller.organization) throw linkInvalid();
    return billOf(ctx.organization, await getLink(ctx, token));
  }),
  organizationInLink,
);

/** Reserve, call, settle. The gateway is called before the transaction, and a payment that was begun goes on under its own key. */
export const payByLink = inOrganizationOfToken(
  operation(contracts.payByLink, settle, { prepare: begin }),
  organizationInLink,
);

export const checkLinkPayment = inOrganizationOfToken(
  operation(contracts.checkLinkPayment, settle, { prepare: (caller, { token }) => ask(caller, token) }),
  organizationInLink,
);

async function settle(ctx: Ctx<Called>, { token }: { token: string }) {
  const called = ctx.prepared;
  if (called instanceof Problem) throw called;
  const settled = "answer" in called ? await settleAttempts(ctx, [called.answer]) : [];
  await refuseGateways(ctx, settled);
  const link = await getLink(ctx, token);
  const status = settled[0]?.attempt.status ?? (link.invoice.open_minor === 0 ? "succeeded" : "reserved");
  ctx.audit({ target_type: "invoice", target_id: link.invoice.id, after: { payment_link_id: link.id, status } });
  const state = "answer" in called && called.answer.result.outcome === "answered" ? called.answer.result.value : null;
  const { code, message } = state?.decline ?? {};
  return {
    ...{ status, action: actionOf(state?.status === "requires_action" ? state.action : null) },
    decline: code && message ? { code, message } : null,
    bill: billOf(ctx.organization, link),
  };
}

const actionOf = (action: ClientAction | null) => (action?.kind === "sandbox" ? action : null);

async function begin(
  caller: Caller,
  { token, saves_method }: { token: string; saves_method: boolean },
): Promise<Called> {
  const { organization } = caller;
  if (!organization) return linkInvalid();
  return orProblem(async (): Promise<Called> => {
    const reserved = await reserve(caller, organization, { token, saves_method });
    if (!reserved) return { unchanged: true };
    return {
      answer: { attempt_id: reserved.attempt.id, result: await checkout(caller, organization, { token, reserved }) },
    };
  });
}

/** The attempt that is under way on a page, or a new one. Null: nothing is left to pay. */
async function reserve(
  caller: Caller,
  organization: OrganizationCard,
  { token, saves_method }: { token: string; saves_method: boolean },
): Promise<Reserved | null> {
  const organization_id = organization.id;
  return inTenant({ organization_id, user_id: null }, async (db) => {
    const ctx = { db, organization_id, caller, now: caller.clock.now() };
    const link = await getLink(ctx, token);
    if (link.invoice.open_minor === 0) return null;
    const wanted = { invoice_ids: [link.invoice.id], origin: "link", is_present: true } as const;
    const { reserved } = await reserveAttempts(ctx, { ...wanted, payment_link_id: link.id, saves_method });
    if (reserved[0]) return reserved[0];
    const { live, invoice } = await getLink(ctx, token);
    if (!live) throw new Problem("conflict", "This bill cannot be paid here right now. Contact the gym.");
    if (live.saved_method_id !== null || live.amount_minor !== invoice.open_minor)
      throw new Problem("conflict", "A payment of this bill is under way. Wait a moment and open the link again.");
    return {
      attempt: live,
      gateway: await getGateway(ctx, live.gateway_id),
      method: null,
      number: invoice.number ?? "",
    };
  });
}

async function checkout(
  caller: Caller,
  organization: OrganizationCard,
  { token, reserved }: { token: string; reserved: Reserved },
): Promise<Result> {
  const opened = openGateway(reserved.gateway, { ...organization, clock: caller.clock });
  if ("unreadable" in opened) return { outcome: "misconfigured", message: opened.unreadable };
  const { attempt } = reserved;
  const customer = attempt.saves_method ? await customerOf(caller, organization, reserved, opened.gateway) : null;
  if (customer && customer.outcome !== "answered") return customer;
  const customer_ref = customer?.value.customer_ref ?? null;
  const result = await opened.gateway.startCheckout({
    ...{ ...requestOf(organization, reserved), customer_ref },
    // K11: room for a price increase, because the maximum of a mandate cannot be raised.
    mandate: customer_ref ? { max_minor: attempt.amount_minor * 2, expires_at: null, method_kind: null } : null,
    return_url: new URL(`/pay/${token}`, env().PUBLIC_URL).href,
  });
  return captured(opened.gateway, await current(result));

  /** The key gives the first answer again, so that what became of the payment since is read. */
  async function current(first: Result): Promise<Result> {
    if (first.outcome !== "answered" || attempt.vendor_ref === null || !("gateway" in opened)) return first;
    const found = await findPayment(reserved, opened.gateway.findPayment);
    return found.outcome === "answered" && found.value ? { outcome: "answered", value: found.value } : first;
  }
}

const findPayment = (
  { attempt }: Pick<Reserved, "attempt">,
  find: (lookup: {
    ref: string | null;
    attempt_id: string;
    customer_ref: null;
    reserved_at: string;
  }) => Promise<GatewayResult<PaymentState | null>>,
) => find({ ref: attempt.vendor_ref, attempt_id: attempt.id, customer_ref: null, reserved_at: attempt.created_at });

async function ask(caller: Caller, token: string): Promise<Called> {
  const { organization } = caller;
  if (!organization) return linkInvalid();
  const organization_id = organization.id;
  return orProblem(async (): Promise<Called> => {
    const found = await inTenant({ organization_id, user_id: null }, async (db) => {
      const ctx = { db, organization_id, now: caller.clock.now() };
      const { live }: Link = await getLink(ctx, token);
      return live && { attempt: live, gateway: await getGateway(ctx, live.gateway_id) };
    });
    if (!found) return { unchanged: true };
    const opened = openGateway(found.gateway, { ...organization, clock: caller.clock });
    if ("unreadable" in opened) return { unchanged: true };
    const read = await findPayment(found, opened.gateway.findPayment);
    if (read.outcome !== "answered" || !read.value) return { unchanged: true };
    const result = await captured(opened.gateway, { outcome: "answered", value: read.value });
    return { answer: { attempt_id: found.attempt.id, result } };
  });
}
