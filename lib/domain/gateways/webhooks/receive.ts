import { and, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { gatewayEvents, paymentGateways } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import { findGateways, type GatewayRow } from "@/lib/domain/gateways/connections/stored";
import { gatewayEventReceived } from "@/lib/domain/gateways/events";
import { findOrganizationCard } from "@/lib/domain/organization";
import type { OrganizationCard } from "@/lib/kernel/caller";
import { eventOf } from "@/lib/kernel/events";
import type { ClockCtx } from "@/lib/kernel/operation";
import { type OutgoingEvent, recordEvents, sendSoon } from "@/lib/kernel/outbox";
import type { WebhookRequest } from "@/lib/kernel/webhook";
import type { GatewayEvent } from "@/lib/providers/payments";
import type { GatewayVendor } from "@/lib/values/gateways";

/**
 * K1: verifies a vendor's event on its raw body, stores it once and answers. A job processes it. Gateways that were replaced are asked
 * too, because their refunds and disputes go on (K21).
 */
export const receiveGatewayEvents =
  (vendor: GatewayVendor) =>
  async (call: WebhookRequest): Promise<boolean> => {
    const organization = await findOrganizationCard({ slug: call.gym_slug });
    if (!organization) return false;
    const organization_id = organization.id;
    let outgoing: OutgoingEvent[] = [];
    const is_verified = await inTenant({ organization_id, user_id: null }, async (db) => {
      const rows = await findGateways({ db, organization_id }, eq(paymentGateways.vendor, vendor));
      const verified = await verify(organization, rows, call);
      if (!verified) return false;
      if (await store({ db, organization_id, now: call.now }, verified))
        outgoing = await recordEvents(db, organization_id, [
          eventOf(gatewayEventReceived, { gateway_id: verified.row.id }),
        ]);
      return true;
    });
    sendSoon(outgoing);
    return is_verified;
  };

type Verified = { row: GatewayRow; event: GatewayEvent };

async function verify(
  { currency }: OrganizationCard,
  rows: readonly GatewayRow[],
  { raw_body, headers, now }: WebhookRequest,
): Promise<Verified | null> {
  for (const row of rows) {
    const opened = openGateway(row, { currency, clock: { now: () => now } });
    const event = "gateway" in opened ? await opened.gateway.readWebhook({ raw_body, headers, now }) : null;
    if (event) return { row, event };
  }
  return null;
}

/** Returns whether the event is new and waits to be processed. */
async function store({ db, organization_id, now }: ClockCtx, { row, event }: Verified): Promise<boolean> {
  const foreign = foreignTo(row, event);
  const { event_id, type, subject, ref, payload } = event;
  const stored = await db
    .insert(gatewayEvents)
    .values({
      ...{ organization_id, gateway_id: row.id, vendor: row.vendor, event_id, type, subject, ref, payload },
      ...{ status: foreign ? ("quarantined" as const) : ("received" as const), reason: foreign },
      received_at: now.toString(),
    })
    .onConflictDoNothing()
    .returning({ id: gatewayEvents.id });
  if (stored.length === 0) return false;
  await touch({ db, organization_id, now }, row);
  return foreign === null;
}

/** To the minute, so that events that come at once do not wait for each other. */
async function touch({ db, organization_id, now }: ClockCtx, { id, last_event_at }: GatewayRow): Promise<void> {
  if (last_event_at && Temporal.Instant.compare(last_event_at, now.subtract({ minutes: 1 })) > 0) return;
  await db
    .update(paymentGateways)
    .set({ last_event_at: now.toString() })
    .where(and(eq(paymentGateways.organization_id, organization_id), eq(paymentGateways.id, id)));
}

/** Why the event does not belong to the account of the gateway; null: it does. */
function foreignTo({ account_ref, is_live }: GatewayRow, event: GatewayEvent): string | null {
  if (event.account_ref !== null && account_ref !== null && event.account_ref !== account_ref)
    return `The event is of the account ${event.account_ref}, and the gateway is connected to ${account_ref}.`;
  if (event.is_live !== null && event.is_live !== is_live)
    return event.is_live
      ? "The event is of live payments, and the gateway is connected to a test account."
      : "The event is of test payments, and the gateway is connected to a live account.";
  return null;
}
