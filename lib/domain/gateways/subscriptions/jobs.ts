import { and, asc, eq, inArray, isNull, lte, ne, or, sql } from "drizzle-orm";
import { gatewaySubscriptions, invoiceLines, savedMethods } from "@/db/schema";
import type { MethodRow } from "@/lib/domain/gateways/attempts/chargeable-methods";
import { type GatewayRow, getGateway } from "@/lib/domain/gateways/connections/stored";
import type { Caller } from "@/lib/kernel/caller";
import { operation } from "@/lib/kernel/operation";
import * as contracts from "./job-contracts";
import { matchBills } from "./match";
import { followedOf, isSubscription, lockSubscription, type SubscriptionRow } from "./rows";
import { type SubscriptionReading, settleSubscription } from "./settle";
import { type Wanted, wantedOf } from "./wanted";

const t = gatewaySubscriptions;
const batchSize = 50;
/** A crash in between is made up for after this time. */
const answerWithin = { minutes: 10 } as const;

const findDue = operation(contracts.findDueSubscriptions, async ({ db, organization_id, now }, { membership_id }) => {
  const isDue = lte(t.check_at, now.toString());
  const rows = await db
    .select({ id: t.id })
    .from(t)
    .where(
      and(
        eq(t.organization_id, organization_id),
        isNull(t.ended_at),
        // A start whose answer is awaited is not begun again before its time.
        membership_id ? and(eq(t.membership_id, membership_id), or(ne(t.status, "reserved"), isDue)) : isDue,
      ),
    )
    .orderBy(asc(t.check_at), asc(t.id))
    .limit(batchSize);
  return { ids: rows.map(({ id }) => id) };
});

/** The next call to the gateway for a subscription, and the state that it should reach. */
export type Follow = {
  row: SubscriptionRow;
  gateway: GatewayRow;
  method: MethodRow | null;
  wanted: Wanted;
  time_zone: string;
};

const reserve = operation(contracts.reserveFollow, async (ctx, { id }) => {
  const { db, organization_id, now } = ctx;
  const before = await lockSubscription(ctx, id);
  if (before.ended_at) return { reserved: null };
  const calls = before.calls + 1;
  await db
    .update(t)
    .set({ calls, check_at: now.add(answerWithin).toString() })
    .where(isSubscription(ctx, id));
  const followed = await followedOf(ctx, before.membership_id, { is_read: true });
  const [method] = before.saved_method_id
    ? await db
        .select()
        .from(savedMethods)
        .where(and(eq(savedMethods.organization_id, organization_id), eq(savedMethods.id, before.saved_method_id)))
    : [];
  const follow: Follow = {
    row: { ...before, calls },
    gateway: await getGateway(ctx, before.gateway_id),
    method: method ?? null,
    wanted: wantedOf(followed, followed.seller, ctx.organization),
    time_zone: followed.seller.location.time_zone,
  };
  return { reserved: follow as never };
});

const settle = operation(contracts.settleFollow, async (ctx, { id, reading }) => {
  const { mismatch, before } = await settleSubscription(ctx, id, reading as SubscriptionReading);
  const { state } = reading as SubscriptionReading;
  if (state.outcome === "answered" && state.value.status !== before.status)
    ctx.audit({
      ...{ target_type: "gateway_subscription", target_id: id },
      ...{ before: { status: before.status }, after: { status: state.value.status } },
    });
  return { mismatch };
});

/** K24: our invoice came after the gateway's bill. The gateway is also told what the next one will be. */
export const matchIssued = operation(contracts.matchIssued, async (ctx, { document_ids }) => {
  const { db, organization_id, now } = ctx;
  const rows = await db
    .select({ id: t.id, ended_at: t.ended_at })
    .from(t)
    .where(
      and(
        eq(t.organization_id, organization_id),
        inArray(
          t.membership_id,
          db
            .select({ id: sql<string>`${invoiceLines.membership_id}` })
            .from(invoiceLines)
            .where(
              and(eq(invoiceLines.organization_id, organization_id), inArray(invoiceLines.invoice_id, document_ids)),
            ),
        ),
      ),
    )
    .orderBy(asc(t.id));
  for (const { id, ended_at } of rows) {
    await matchBills(ctx, await lockSubscription(ctx, id));
    if (!ended_at) await db.update(t).set({ check_at: now.toString() }).where(isSubscription(ctx, id));
  }
  if (rows.length > 0)
    ctx.audit({ target_type: "gateway_subscription", target_id: null, after: { matched: rows.length } });
  return { subscriptions: rows.length };
});

/** The typed doors of the jobs. */
export const findDueSubscriptions = async (caller: Caller, membership_id: string | null): Promise<string[]> =>
  (await findDue(caller, { membership_id })).ids;

export const reserveFollow = async (caller: Caller, id: string): Promise<Follow | null> =>
  (await reserve(caller, { id })).reserved;

export const settleFollow = (caller: Caller, id: string, reading: SubscriptionReading) =>
  settle(caller, { id, reading: reading as never });
