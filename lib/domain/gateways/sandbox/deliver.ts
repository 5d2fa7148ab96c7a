import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import { paymentGateways, sandboxEvents, sandboxObjects } from "@/db/schema";
import { inTenant, type Tenant } from "@/db/tenancy";
import type { OrganizationCard } from "@/lib/kernel/caller";
import type { Clock } from "@/lib/kernel/clock";
import { env } from "@/lib/kernel/env";
import type { WebhookRequest } from "@/lib/kernel/webhook";
import {
  accountRef,
  inVendor,
  type SandboxWebhookBody,
  signatureHeader,
  signWebhook,
} from "@/lib/providers/payments/sandbox";
import { sandboxAccountRef, sandboxOptions, sandboxWebhookSecret } from "./open";
import { sandboxStore } from "./store";

type Receive = (call: WebhookRequest) => Promise<boolean>;
type Delivery = { organization: OrganizationCard; clock: Clock; receive: Receive };
type Event = typeof sandboxEvents.$inferSelect;

const batchSize = 50;
/** A process that died gives its events back after this time. */
const leaseMinutes = 2;
/** Waits after a delivery that failed, as vendors do; then the event is given up. */
const retryMinutes = [1, 5, 30, 120, 480, 1440];

/**
 * Moves the sandboxes of a gym on to the present, and delivers what they report. The receiver is called in this process, outside of
 * any transaction, with a signed request as it would come over the network.
 */
export async function deliverSandboxEvents({ organization, clock, receive }: Delivery): Promise<{ delivered: number }> {
  const organization_id = organization.id;
  let delivered = 0;
  for (const gateway_id of await dueGateways(organization_id, clock)) {
    const key = { organization_id, gateway_id };
    const { currency } = organization;
    const mode = await inVendor(
      sandboxOptions({ ...key, currency, clock }, sandboxStore(key)),
      async ({ tx }) => (await tx.find("account", accountRef))?.data.webhooks,
    );
    for (let events = await claim(key, clock); events.length > 0; events = await claim(key, clock)) {
      const ordered = mode === "shuffled" ? events.toReversed() : events;
      for (const event of ordered) {
        const is_received = await deliverOne(organization, clock, receive, event);
        await settle(key, clock, event, is_received);
        if (is_received) delivered += 1;
      }
    }
  }
  return { delivered };
}

async function deliverOne({ slug }: OrganizationCard, clock: Clock, receive: Receive, event: Event): Promise<boolean> {
  const body: SandboxWebhookBody = {
    id: `sevt_${event.id.replaceAll("-", "")}`,
    type: event.type,
    created_at: event.created_at,
    account_ref: sandboxAccountRef(event.gateway_id),
    data: { subject: event.subject as SandboxWebhookBody["data"]["subject"], ref: event.ref },
  };
  const raw_body = JSON.stringify(body);
  const now = clock.now();
  const secret = sandboxWebhookSecret(event.gateway_id);
  const call = (): Promise<boolean> =>
    receive({
      gym_slug: slug,
      raw_body,
      headers: new Headers({
        "content-type": "application/json",
        [signatureHeader]: signWebhook(secret, raw_body, Math.floor(now.epochMilliseconds / 1000)),
      }),
      url: new URL(`/api/webhooks/sandbox/${slug}`, env().PUBLIC_URL).href,
      now,
    });
  try {
    for (let left = event.deliveries; left > 0; left--) if (!(await call())) return false;
    return true;
  } catch {
    // A receiver that fails is called again, as by a vendor.
    return false;
  }
}

async function dueGateways(organization_id: string, clock: Clock): Promise<string[]> {
  const at = clock.now().toString();
  return inTenant(
    { organization_id, user_id: null },
    async (db) => {
      const gateways = await db
        .select({ id: paymentGateways.id })
        .from(paymentGateways)
        .where(and(eq(paymentGateways.organization_id, organization_id), eq(paymentGateways.vendor, "sandbox")));
      if (gateways.length === 0) return [];
      const [objects, events] = await Promise.all(
        [sandboxObjects, sandboxEvents].map((t) =>
          db
            .selectDistinct({ id: t.gateway_id })
            .from(t)
            .where(and(eq(t.organization_id, organization_id), lte(t.due_at, at))),
        ),
      );
      return [...new Set([...(objects ?? []), ...(events ?? [])].map(({ id }) => id))];
    },
    { timeout_class: "job", is_read: true },
  );
}

type Key = { organization_id: string; gateway_id: string };

const tenantOf = ({ organization_id }: Key): Tenant => ({ organization_id, user_id: null });

/** Oldest first. Another process skips what this one has claimed. */
async function claim(key: Key, clock: Clock): Promise<Event[]> {
  const t = sandboxEvents;
  const now = clock.now();
  return inTenant(tenantOf(key), async (db) => {
    const due = await db
      .select({ id: t.id })
      .from(t)
      .where(
        and(
          eq(t.organization_id, key.organization_id),
          eq(t.gateway_id, key.gateway_id),
          lte(t.due_at, now.toString()),
        ),
      )
      .orderBy(asc(t.due_at), asc(t.id))
      .limit(batchSize)
      .for("update", { skipLocked: true });
    if (due.length === 0) return [];
    const ids = due.map(({ id }) => id);
    const claimed = await db
      .update(t)
      .set({ due_at: now.add({ minutes: leaseMinutes }).toString(), tries: sql`${t.tries} + 1` })
      .where(and(eq(t.organization_id, key.organization_id), inArray(t.id, ids)))
      .returning();
    return claimed.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
  });
}

async function settle(key: Key, clock: Clock, { id, tries }: Event, is_received: boolean): Promise<void> {
  const t = sandboxEvents;
  const now = clock.now();
  const wait = retryMinutes[tries - 1];
  await inTenant(tenantOf(key), (db) =>
    db
      .update(t)
      .set(
        is_received
          ? { deliveries: 0, due_at: null, delivered_at: now.toString() }
          : { due_at: wait === undefined ? null : now.add({ minutes: wait }).toString() },
      )
      .where(and(eq(t.organization_id, key.organization_id), eq(t.id, id))),
  );
}
