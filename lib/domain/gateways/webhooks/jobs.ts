import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { gatewayEvents } from "@/db/schema";
import { type GatewayRow, getGateway } from "@/lib/domain/gateways/connections/stored";
import type { Caller } from "@/lib/kernel/caller";
import { operation } from "@/lib/kernel/operation";
import { applyReading, type Reading } from "./apply-reading";
import * as contracts from "./job-contracts";
import { readable } from "./read-subject";

export type EventRow = typeof gatewayEvents.$inferSelect;

const claim = operation(contracts.claimEvents, async (ctx, { gateway_id, limit }) => {
  const { db, organization_id } = ctx;
  const events = await db
    .select()
    .from(gatewayEvents)
    .where(
      and(
        eq(gatewayEvents.organization_id, organization_id),
        eq(gatewayEvents.gateway_id, gateway_id),
        sql`${gatewayEvents.status} = 'received'`,
        inArray(gatewayEvents.subject, [...readable, "other"]),
      ),
    )
    .orderBy(asc(gatewayEvents.tries), asc(gatewayEvents.received_at), asc(gatewayEvents.id))
    .limit(limit);
  return { events: events as never[], gateway: (await getGateway(ctx, gateway_id)) as never };
});

/** The gateways with events that wait. */
export const findWaiting = operation(contracts.findWaiting, async ({ db, organization_id }) => {
  const rows = await db
    .selectDistinct({ gateway_id: gatewayEvents.gateway_id })
    .from(gatewayEvents)
    .where(and(eq(gatewayEvents.organization_id, organization_id), sql`${gatewayEvents.status} = 'received'`));
  return { gateway_ids: rows.map(({ gateway_id }) => gateway_id) };
});

const finish = operation(contracts.finishEvents, async (ctx, { event_ids, reading }) => ({
  ended: await applyReading(ctx, event_ids, reading as Reading),
}));

/** The typed doors of the jobs. */
export const claimEvents = (caller: Caller, gateway_id: string, limit: number) =>
  claim(caller, { gateway_id, limit }) as Promise<{ events: EventRow[]; gateway: GatewayRow }>;

export const finishEvents = (caller: Caller, event_ids: string[], reading: Reading) =>
  finish(caller, { event_ids, reading: reading as never });
