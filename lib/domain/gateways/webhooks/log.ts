import { and, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { gatewayEvents } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/gateway-events";
import { zoneOfReach } from "@/lib/domain/organization/locations";
import { toPage } from "@/lib/kernel/cursor";
import { notFound } from "@/lib/kernel/errors";
import { newestFirst } from "@/lib/kernel/newest-first";
import { operation, type TenantCtx } from "@/lib/kernel/operation";
import { endOfDay, startOfDay } from "@/lib/values/calendar-day";
import type { EventRow } from "./jobs";
import { maskPayload } from "./mask-payload";

export const listGatewayEvents = operation(contracts.listGatewayEvents, async (ctx, input) => {
  const { db, organization_id } = ctx;
  const { status, vendor, gateway_id, type, received_from, received_to, limit } = input;
  const { order, after } = newestFirst(gatewayEvents.received_at, gatewayEvents.id, input.cursor);
  const zone = received_from || received_to ? await zoneOfReach(ctx) : "UTC";
  const rows = await db
    .select()
    .from(gatewayEvents)
    .where(
      and(
        eq(gatewayEvents.organization_id, organization_id),
        status ? inArray(gatewayEvents.status, status) : undefined,
        vendor ? eq(gatewayEvents.vendor, vendor) : undefined,
        gateway_id ? eq(gatewayEvents.gateway_id, gateway_id) : undefined,
        type ? sql`starts_with(${gatewayEvents.type}, ${type})` : undefined,
        received_from ? gte(gatewayEvents.received_at, startOfDay(received_from, zone)) : undefined,
        received_to ? lt(gatewayEvents.received_at, endOfDay(received_to, zone)) : undefined,
        after,
      ),
    )
    .orderBy(...order)
    .limit(limit + 1);
  return { ...toPage(rows, limit, ({ received_at, id }) => [received_at, id]), waiting: await countWaiting(ctx) };
});

export const getGatewayEvent = operation(contracts.getGatewayEvent, async (ctx, { id }) => {
  const row = await getEventRow(ctx, id);
  return { ...row, payload: maskPayload(row.payload) };
});

export async function getEventRow({ db, organization_id }: TenantCtx, id: string): Promise<EventRow> {
  const [row] = await db
    .select()
    .from(gatewayEvents)
    .where(and(eq(gatewayEvents.organization_id, organization_id), eq(gatewayEvents.id, id)));
  if (!row) throw notFound();
  return row;
}

async function countWaiting({ db, organization_id }: TenantCtx) {
  const rows = await db
    .select({ status: gatewayEvents.status, count: sql<number>`count(*)`.mapWith(Number) })
    .from(gatewayEvents)
    .where(
      and(
        eq(gatewayEvents.organization_id, organization_id),
        sql`${gatewayEvents.status} in ('received', 'quarantined', 'failed')`,
      ),
    )
    .groupBy(gatewayEvents.status);
  const of = (status: EventRow["status"]) => rows.find((row) => row.status === status)?.count ?? 0;
  return { quarantined: of("quarantined"), failed: of("failed"), received: of("received") };
}
