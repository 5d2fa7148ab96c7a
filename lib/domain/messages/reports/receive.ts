import { messageReports } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { fallBack } from "@/lib/domain/messages/notifications";
import { findOrganizationCard } from "@/lib/domain/organization";
import type { ClockCtx } from "@/lib/kernel/operation";
import { type OutgoingEvent, recordEvents, sendSoon } from "@/lib/kernel/outbox";
import type { WebhookRequest } from "@/lib/kernel/webhook";
import type { DeliveryReport, WebhookEvents } from "@/lib/values/delivery";
import { applyReply } from "./apply-reply";
import { applyReport } from "./apply-report";
import { verifyWebhook, type WebhookVendor } from "./verify-webhook";

const batchSize = 1_000;

/** Stores each event id in the transaction of its effect, so that a repeated event changes nothing. */
export const receiveReports =
  (vendor: WebhookVendor) =>
  async (call: WebhookRequest): Promise<boolean> => {
    const organization = await findOrganizationCard({ slug: call.gym_slug });
    if (!organization) return false;
    const organization_id = organization.id;
    let outgoing: OutgoingEvent[] = [];
    const is_verified = await inTenant({ organization_id, user_id: null }, async (db) => {
      const ctx = { db, organization, organization_id, now: call.now };
      const events = await verifyWebhook(ctx, vendor, call);
      if (!events) return false;
      const { reports, replies } = await newEvents(ctx, vendor, events);
      const failed = [];
      for (const report of inLockOrder(reports)) failed.push(...(await applyReport(ctx, vendor, report)));
      outgoing = await recordEvents(db, organization_id, await fallBack(ctx, failed));
      for (const reply of replies) await applyReply(ctx, reply);
      return true;
    });
    sendSoon(outgoing);
    return is_verified;
  };

/** A fixed lock order, so that concurrent calls do not deadlock. */
const inLockOrder = (reports: readonly DeliveryReport[]): DeliveryReport[] => {
  const key = ({ message_id, provider_message_id }: DeliveryReport) => message_id ?? provider_message_id ?? "";
  return reports.toSorted((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
};

async function newEvents(ctx: ClockCtx, vendor: WebhookVendor, events: WebhookEvents): Promise<WebhookEvents> {
  const { db, organization_id, now } = ctx;
  const ids = new Set([...events.reports, ...events.replies].map(({ event_id }) => event_id));
  if (ids.size === 0) return events;
  // Sorted, so that concurrent calls with the same events do not deadlock.
  const values = [...ids]
    .sort()
    .map((event_id) => ({ organization_id, vendor, event_id, received_at: now.toString() }));
  const new_ids = new Set<string>();
  for (let from = 0; from < values.length; from += batchSize) {
    const inserted = await db
      .insert(messageReports)
      .values(values.slice(from, from + batchSize))
      .onConflictDoNothing()
      .returning({ event_id: messageReports.event_id });
    for (const { event_id } of inserted) new_ids.add(event_id);
  }
  // Removes duplicates within one call too.
  const once = ({ event_id }: { event_id: string }) => new_ids.delete(event_id);
  return { reports: events.reports.filter(once), replies: events.replies.filter(once) };
}
