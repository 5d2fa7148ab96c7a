import { and, eq } from "drizzle-orm";
import { gatewayEvents } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/gateways/gateway-events";
import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import { getGateway } from "@/lib/domain/gateways/connections/stored";
import type { Caller } from "@/lib/kernel/caller";
import { notFound, orProblem, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { applyReading, type Reading } from "./apply-reading";
import { getEventRow } from "./log";
import { readEvent } from "./read-event";

/**
 * K1: asks the gateway what it says of the object now, before the transaction, and applies that. Nothing of the stored event is trusted, so
 * an event of another account finds nothing, and what was applied before is not applied again.
 */
export const replayGatewayEvent = operation(
  contracts.replayGatewayEvent,
  async (ctx: Ctx<Reading | Problem>, { id }) => {
    const { db, organization_id, prepared } = ctx;
    if (prepared instanceof Problem) throw prepared;
    const isEvent = and(eq(gatewayEvents.organization_id, organization_id), eq(gatewayEvents.id, id));
    await db
      .update(gatewayEvents)
      .set({ status: "received", reason: null, tries: 0, processed_at: null })
      .where(isEvent);
    const ended = await applyReading(ctx, [id], prepared);
    const event = await getEventRow(ctx, id);
    const { type, status } = event;
    if (ended === 0) ctx.audit({ target_type: "gateway_event", target_id: id, after: { type, status } });
    return event;
  },
  { prepare: read },
);

async function read(caller: Caller, { id }: { id: string }): Promise<Reading | Problem> {
  const { organization, clock } = caller;
  if (!organization) return notFound();
  const organization_id = organization.id;
  return orProblem(async () => {
    const { event, row } = await inTenant({ organization_id, user_id: null }, async (db) => {
      const event = await getEventRow({ db, organization_id }, id);
      return { event, row: await getGateway({ db, organization_id }, event.gateway_id) };
    });
    const opened = openGateway(row, { ...organization, clock });
    if ("unreadable" in opened) throw new Problem("conflict", opened.unreadable);
    return { gateway_id: row.id, state: await readEvent(caller, opened.gateway, event) };
  });
}
