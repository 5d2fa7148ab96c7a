import { newId } from "@/db/id";
import { gatewaySubscriptions } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/gateways/gateway-subscriptions";
import type { MethodRow } from "@/lib/domain/gateways/attempts/chargeable-methods";
import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import type { GatewayRow } from "@/lib/domain/gateways/connections/stored";
import { customerOf } from "@/lib/domain/gateways/methods/customer-of";
import { type Caller, type OrganizationCard, userIdOf } from "@/lib/kernel/caller";
import { notFound, orProblem, Problem } from "@/lib/kernel/errors";
import { type Ctx, type OrganizationCtx, operation } from "@/lib/kernel/operation";
import type { GatewayResult, SubscriptionState } from "@/lib/providers/payments";
import { checkStart } from "./check-start";
import { requireMembership } from "./reach";
import { getSubscriptionRow } from "./read";
import { billTime, followedOf, type SubscriptionRow } from "./rows";
import { startRefusals } from "./sentences";
import { settleSubscription } from "./settle";

type Result = GatewayResult<SubscriptionState>;
type Begun = { subscription_id: string; result: Result } | Problem;

const answerWithinMinutes = 2;

/** Reserve, call, settle. The gateway is called before the transaction, and a crash in between is settled by the sweep. */
export const startSubscription = operation(
  contracts.startSubscription,
  async (ctx: Ctx<Begun>) => {
    const begun = ctx.prepared;
    if (begun instanceof Problem) throw begun;
    await settleSubscription(ctx, begun.subscription_id, { state: begun.result, bills: [] });
    const row = await getSubscriptionRow(ctx, begun.subscription_id);
    const { id: target_id, membership_id, status, amount_minor, currency } = row;
    const after = { membership_id, status, amount_minor, currency };
    ctx.audit({ target_type: "gateway_subscription", target_id, after });
    return row;
  },
  { prepare: begin },
);

async function begin(caller: Caller, { id }: { id: string }): Promise<Begun> {
  const { organization } = caller;
  if (!organization) return notFound();
  return orProblem(async () => {
    const organization_id = organization.id;
    const { row, gateway, method } = await inTenant({ organization_id, user_id: userIdOf(caller) }, (db) =>
      reserve({ db, organization_id, organization, caller, now: caller.clock.now() }, id),
    );
    return { subscription_id: row.id, result: await callStart(caller, organization, { row, gateway, method }) };
  });
}

type Reserved = { row: SubscriptionRow; gateway: GatewayRow; method: MethodRow | null };
type ReserveCtx = OrganizationCtx & Pick<Ctx<unknown>, "caller" | "now" | "organization">;

/** The membership is locked, so that a renewal is billed before or after, and two requests make one subscription. */
async function reserve(ctx: ReserveCtx, membership_id: string): Promise<Reserved> {
  const { db, organization_id, now } = ctx;
  await requireMembership(ctx, membership_id);
  const followed = await followedOf(ctx, membership_id, { is_read: false });
  const checked = await checkStart(ctx, followed, { locks: true });
  if ("refusal" in checked) throw new Problem("conflict", startRefusals[checked.refusal]);
  const { gateway, method, terms, next_bill_on, payer } = checked;
  const at = now.toString();
  const [row] = await db
    .insert(gatewaySubscriptions)
    .values({
      ...{ id: newId(), organization_id, membership_id, gateway_id: gateway.id, ...payer, status: "reserved" },
      ...{ saved_method_id: method?.id ?? null, customer_ref: method?.customer_ref ?? null, name: terms.name },
      ...{ amount_minor: terms.amount_minor, currency: terms.currency, interval_unit: terms.interval.unit },
      ...{ interval_count: terms.interval.count, first_on: next_bill_on },
      ...{ starts_at: billTime(next_bill_on, followed.seller.location.time_zone), created_by: userIdOf(ctx.caller) },
      ...{ created_at: at, updated_at: at, check_at: now.add({ minutes: answerWithinMinutes }).toString() },
    })
    .returning();
  if (!row) throw new Error("The subscription was not stored");
  return { row, gateway, method };
}

/** Starts it at the gateway. The same row repeats the same call. */
export async function callStart(
  caller: Caller,
  organization: OrganizationCard,
  { row, gateway, method }: Reserved,
): Promise<Result> {
  const opened = openGateway(gateway, { ...organization, clock: caller.clock });
  if ("unreadable" in opened) return { outcome: "misconfigured", message: opened.unreadable };
  const { subscriptions } = opened.gateway;
  if (!subscriptions) return { outcome: "refused", message: startRefusals.not_offered };
  const customer = method
    ? { outcome: "answered" as const, value: { customer_ref: method.customer_ref } }
    : await customerOf(caller, organization, row, { gateway_id: gateway.id, gateway: opened.gateway });
  if (customer.outcome !== "answered") return customer;
  const { id, amount_minor, currency, interval_unit: unit, interval_count: count, name, starts_at } = row;
  return subscriptions.create({
    ...{ key: `subscription-${id}`, subscription_id: id, customer_ref: customer.value.customer_ref },
    ...{ method_ref: method?.method_ref ?? null, amount_minor, currency, interval: { unit, count } },
    ...{ name: `${organization.name} ${name}`, starts_at },
  });
}
