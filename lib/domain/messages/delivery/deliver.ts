import { setTimeout as wait } from "node:timers/promises";
import { inTenant } from "@/db/tenancy";
import { type Carrier, carrierOf } from "@/lib/domain/messages/providers";
import { elapsed } from "@/lib/kernel/clock";
import { type LiveSignal, sendSoon } from "@/lib/kernel/outbox";
import { sendSignals } from "@/lib/kernel/signals";
import { callVendor } from "./call-vendor";
import { claimBatch } from "./claim-batch";
import { reportProviderFailure } from "./provider-failure";
import { type Queue, tenantOf } from "./queue";
import { type SendResult, settle } from "./settle";

export type DeliveryResult = {
  sent: number;
  /** When to call again; null: nothing is due. */
  again_in_ms: number | null;
};

const maxRunMs = 5_000;
/** After a longer pause the sweep calls again. */
const longestPauseMs = 60_000;

/**
 * Processes one queue for a few seconds at the vendor's rate: claim, call, settle. A crash leaves at most one batch claimed, and
 * the sweep finds it after its lease.
 */
export async function deliver(queue: Queue): Promise<DeliveryResult> {
  const started = elapsed();
  const signals: LiveSignal[] = [];
  const signal = (next: LiveSignal) => void signals.push(next);
  let sent = 0;
  while (elapsed() - started < maxRunMs) {
    const call_started = elapsed();
    const batch = await inTenant(tenantOf(queue), async (db) => {
      const ctx = { db, organization_id: queue.organization.id, now: queue.clock.now() };
      const lookup = await carrierOf(ctx, queue.channel);
      if ("is_failing" in lookup) return null;
      if ("unreadable" in lookup) {
        const { organization, channel } = queue;
        await reportProviderFailure(
          { ...ctx, organization, signal },
          { channel, version: lookup.version },
          lookup.unreadable,
        );
        return null;
      }
      const claimed = await claimBatch(db, queue, lookup.carrier);
      return claimed && { ...claimed, carrier: lookup.carrier };
    });
    sendSignals(queue.organization.id, signals.splice(0));
    if (!batch) return { sent, again_in_ms: null };
    const { carrier, batch_id, messages } = batch;
    sendSoon(batch.outgoing);
    if (messages.length === 0) continue;
    const results = await callVendor(queue, carrier, messages, batch_id);
    sendSoon(await inTenant(tenantOf(queue), (db) => settle(db, queue, carrier, results, signal)));
    sendSignals(queue.organization.id, signals.splice(0));
    sent += results.filter(({ outcome }) => outcome.outcome === "accepted").length;
    const pause = pauseAfter(results);
    if (pause !== null) return { sent, again_in_ms: pause > longestPauseMs ? null : pause };
    await limitRate(carrier, call_started);
  }
  return { sent, again_in_ms: 0 };
}

/** Retry-After applies to the whole queue. */
function pauseAfter(results: readonly SendResult[]): number | null {
  const waits = results.flatMap(({ outcome }) =>
    outcome.outcome === "later" ? [outcome.retry_after_ms ?? longestPauseMs] : [],
  );
  return waits.length > 0 ? Math.max(...waits) : null;
}

async function limitRate({ provider }: Carrier, started: number): Promise<void> {
  const rest = 1_000 / provider.per_second - (elapsed() - started);
  if (provider.name !== "local" && rest > 0) await wait(rest);
}
