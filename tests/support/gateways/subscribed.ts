import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenancy";
import { chargeInvoices, chargeWaiting, sweepAttempts } from "@/lib/domain/gateways/attempts";
import { deliverSandboxEvents } from "@/lib/domain/gateways/sandbox";
import { followSubscriptions, matchIssued } from "@/lib/domain/gateways/subscriptions";
import { processGatewayEvents, receiveGatewayEvents } from "@/lib/domain/gateways/webhooks";
import { startDueScheduleRuns } from "@/lib/domain/platform/schedules";
import { systemCaller } from "@/lib/kernel/caller";
import { payAll } from "@/tests/support/gym/bills";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newSale } from "@/tests/support/gym/plans";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { clockwork, openedAt, perform, takeEvents } from "@/tests/support/jobs/schedules";
import { letGatewayBill } from "./let-gateway-bill";
import { newSandbox, sandboxOf } from "./sandbox";
import { saveAtSandbox } from "./saved-at-sandbox";

type Opening = { iso?: string; method?: string };

/** A gym whose sandbox runs the cycle, with a paid monthly membership of 59.00 from the day of the clock on, and a saved card. */
export async function subscribing({ iso = "2026-03-02T09:00:00Z", method = "tm_visa" }: Opening = {}) {
  const clock = new HandClock(iso);
  const gym = await newGym({ time_zone: "Europe/Berlin", clock });
  await openedAt(gym, "2025-01-01T00:00:00Z");
  const gateway_id = await newSandbox(gym);
  await letGatewayBill(gym);
  const { id: membership_id } = await newSale(gym);
  await payAll(gym);
  await saveAtSandbox(gym, { gateway_id, clock, method });
  await takeEvents(gym);
  return {
    gym,
    clock,
    gateway_id,
    membership_id,
    owner: gym.people.gym_owner.caller,
    ...worldOf(gym, clock, gateway_id),
  };
}

function worldOf(gym: Gym, clock: HandClock, gateway_id: string) {
  const caller = () => systemCaller("Test", gym.organization, clock);
  const receive = receiveGatewayEvents("sandbox");

  /** What waits in the outbox, as the functions would take it. */
  async function react(): Promise<void> {
    for (const { name, payload } of await takeEvents(gym)) {
      const {
        document_ids = [],
        membership_id = null,
        run_ids = [],
      } = payload as {
        document_ids?: string[];
        membership_id?: string | null;
        run_ids?: string[];
      };
      if (name === "schedules/runs.due") await perform(gym, clock.now().toString(), run_ids);
      else if (name === "billing/documents.issued") {
        await chargeInvoices(caller(), { invoice_ids: document_ids, origin: "renewal", is_automatic: true });
        await matchIssued(caller(), { document_ids });
      } else if (name.startsWith("memberships/") && membership_id)
        await followSubscriptions(caller(), { membership_id });
    }
  }

  /** The sandbox reports what happened, and the events are processed. */
  async function hear(): Promise<void> {
    while ((await deliverSandboxEvents({ organization: gym.organization, clock, receive })).delivered > 0);
    await processGatewayEvents(caller(), { gateway_id });
  }

  /** The jobs of the moment. */
  async function work(): Promise<void> {
    await startDueScheduleRuns(clockwork(gym, clock.now().toString()), {});
    await react();
    await react();
    await hear();
    await followSubscriptions(caller());
    await sweepAttempts(caller());
    await chargeWaiting(caller());
    await react();
  }

  return {
    ...{ react, hear, work, caller },
    gateway: sandboxOf(gym, gateway_id, clock),
    /** The jobs of these moments, one after the other. */
    liveAt: async (...moments: string[]) => {
      for (const iso of moments) {
        clock.set(iso);
        await work();
      }
    },
  };
}

/** "2026-04-02 INV-00002 5900 paid": the bills of the gateway by their periods, with our invoice. */
export async function billStory({ organization_id }: Gym): Promise<string[]> {
  const { rows } = await inTenant({ organization_id, user_id: null }, (db) =>
    db.execute<{ text: string }>(sql`
      select concat_ws(' ', b.period_on, coalesce(i.number, 'no invoice'), b.amount_minor, b.status,
        case when b.payment_id is not null then 'booked' end, b.mismatch) as text
      from gateway_bills b left join invoices i on i.organization_id = b.organization_id and i.id = b.invoice_id
      where b.organization_id = ${organization_id} order by b.period_on, b.created_at, b.id`),
  );
  return rows.map(({ text }) => text);
}
