import { messageReports } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { fallBack } from "@/lib/domain/messages/notifications";
import { findOrganizationCard } from "@/lib/domain/organization";
import type { Ctx } from "@/lib/kernel/operation";
import { recordEvents } from "@/lib/kernel/outbox";
import type { WebhookRequest } from "@/lib/kernel/webhook";
import type { DeliveryReport, WebhookEvents } from "@/lib/values/delivery";
import { answerReply } from "./answer-reply";
import { applyReport } from "./apply-report";
import { type Reporter, readGenuine } from "./genuine";

const perInsert = 1_000;

type Scope = Pick<Ctx<unknown>, "db" | "organization_id" | "now">;

/** Each event counts once, in the transaction of its effect: one that comes again changes nothing. */
export const receiveReports =
  (vendor: Reporter) =>
  async (call: WebhookRequest): Promise<boolean> => {
    const organization = await findOrganizationCard({ slug: call.gym_slug });
    if (!organization) return false;
    const organization_id = organization.id;
    return inTenant({ organization_id, user_id: null }, async (db) => {
      const scope = { db, organization, organization_id, now: call.now };
      const events = await readGenuine(scope, vendor, call);
      if (!events) return false;
      const { reports, replies } = await unheard(scope, vendor, events);
      const lost = [];
      for (const report of inOneOrder(reports)) lost.push(...(await applyReport(scope, vendor, report)));
      await recordEvents(db, organization_id, await fallBack(scope, lost));
      for (const reply of replies) await answerReply(scope, reply);
      return true;
    });
  };

/** Two calls about the same messages lock them one after the other, not in a circle. */
const inOneOrder = (reports: readonly DeliveryReport[]): DeliveryReport[] => {
  const key = ({ message_id, provider_message_id }: DeliveryReport) => message_id ?? provider_message_id ?? "";
  return reports.toSorted((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
};

async function unheard(scope: Scope, vendor: Reporter, events: WebhookEvents): Promise<WebhookEvents> {
  const { db, organization_id, now } = scope;
  const ids = new Set([...events.reports, ...events.replies].map(({ event_id }) => event_id));
  if (ids.size === 0) return events;
  // In one order everywhere, so that two calls with the same events do not wait for each other in a circle.
  const values = [...ids]
    .sort()
    .map((event_id) => ({ organization_id, vendor, event_id, received_at: now.toString() }));
  const left = new Set<string>();
  for (let from = 0; from < values.length; from += perInsert) {
    const fresh = await db
      .insert(messageReports)
      .values(values.slice(from, from + perInsert))
      .onConflictDoNothing()
      .returning({ event_id: messageReports.event_id });
    for (const { event_id } of fresh) left.add(event_id);
  }
  // Also within one call: an event that stands twice in it counts once.
  const once = ({ event_id }: { event_id: string }) => left.delete(event_id);
  return { reports: events.reports.filter(once), replies: events.replies.filter(once) };
}
