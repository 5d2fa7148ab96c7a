import { and, eq, isNull } from "drizzle-orm";
import { newId } from "@/db/id";
import { gatewaySubscriptions } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/gateways/gateway-subscriptions";
import { chargeableMethods, type MethodRow } from "@/lib/domain/gateways/attempts/chargeable-methods";
import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import { findCurrentGateway, type GatewayRow } from "@/lib/domain/gateways/connections/stored";
import { customerOf } from "@/lib/domain/gateways/methods/customer-of";
import { type Caller, type OrganizationCard, userIdOf } from "@/lib/kernel/caller";
import { notFound, orProblem, Problem } from "@/lib/kernel/errors";
import { type Ctx, type OrganizationCtx, operation } from "@/lib/kernel/operation";
import type { GatewayResult, SubscriptionState } from "@/lib/providers/payments";
import { requireMembership } from "./reach";
import { getSubscriptionRow } from "./read";
import { billTime, followedOf, type SubscriptionRow } from "./rows";
import { startRefusals } from "./sentences";
import { settleSubscription } from "./settle";
import { wantedOf } from "./wanted";

type Result = GatewayResult<SubscriptionState>;
type Begun = { subscription_id: string; result: Result } | Problem;

const answerWithinMinutes = 2;

const refusal = (reason: keyof typeof startRefusals): Problem => new Problem("conflict", startRefusals[reason]);

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
  const { db, organization_id, organization, now } = ctx;
  await requireMembership(ctx, membership_id);
  const followed = await followedOf(ctx, membership_id, { is_read: false });
  const wanted = wantedOf(followed, followed.seller, organization);
  const { terms, next_bill_on, is_frozen } = wanted;
  const gateway = await findCurrentGateway(ctx, followed.seller.entity.id);
  if (!gateway) throw refusal("no_gateway");
  if (gateway.billing_cycle !== "gateway") throw refusal("not_chosen");
  if (gateway.failing_since) throw refusal("failing");
  const opened = openGateway(gateway, { ...organization, clock: ctx.caller.clock });
  const vendor = "gateway" in opened ? opened.gateway.subscriptions : undefined;
  if (!vendor) throw refusal("not_offered");
  if (is_frozen) throw refusal("frozen");
  if (!terms || !next_bill_on) throw refusal("not_recurring");
  if (terms.amount_minor <= 0) throw refusal("free");
  if (await findLive(ctx, membership_id)) throw refusal("live");
  const payer = { payer_member_id: wanted.payer_member_id, payer_company_id: wanted.payer_company_id };
  const method = vendor.takes_saved_methods
    ? (await chargeableMethods(ctx, [payer], { gateways: [gateway], locks: true }))(payer, gateway)
    : null;
  if (vendor.takes_saved_methods && !method) throw refusal("no_method");
  if (method?.mandate_max_minor != null && terms.amount_minor > method.mandate_max_minor)
    throw refusal("above_mandate");
  const at = now.toString();
  const [row] = await db
    .insert(gatewaySubscriptions)
    .values({
      ...{ id: newId(), organization_id, membership_id, gateway_id: gateway.id, ...payer, status: "reserved" },
      ...{ saved_method_id: method?.id ?? null, customer_ref: method?.customer_ref ?? null, name: terms.name },
      ...{ amount_minor: terms.amount_minor, currency: terms.currency, interval_unit: terms.interval.unit },
      ...{ interval_count: terms.interval.count, first_on: next_bill_on },
      ...{ starts_at: billTime(next_bill_on, followed.seller.location.time_zone), created_by: userIdOf(ctx.caller), created_at: at },
      ...{ updated_at: at, check_at: now.add({ minutes: answerWithinMinutes }).toString() },
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

async function findLive({ db, organization_id }: OrganizationCtx, membership_id: string): Promise<boolean> {
  const [live] = await db
    .select({ id: gatewaySubscriptions.id })
    .from(gatewaySubscriptions)
    .where(
      and(
        eq(gatewaySubscriptions.organization_id, organization_id),
        eq(gatewaySubscriptions.membership_id, membership_id),
        isNull(gatewaySubscriptions.ended_at),
      ),
    );
  return live !== undefined;
}
