import { setTimeout as wait } from "node:timers/promises";
import { inTenant } from "@/db/tenancy";
import { type Carrier, carrierOf } from "@/lib/domain/messages/providers";
import { elapsed } from "@/lib/kernel/clock";
import { flushSoon, type LiveSignal } from "@/lib/kernel/outbox";
import { sendSignals } from "@/lib/kernel/signals";
import { ask } from "./ask";
import { claim } from "./claim";
import { fail } from "./fail";
import { type Queue, tenantOf } from "./place";
import { type Answered, settle } from "./settle";

export type Turn = {
  sent: number;
  /** There may be more to do, after so long. null: nothing is due. */
  again_in_ms: number | null;
};

const turnMs = 5_000;
/** Whoever asks us to wait longer is asked again by the sweep. */
const longestPauseMs = 60_000;

/**
 * Works through one queue for a few seconds, one call of the vendor after the other at its pace: claim, call, settle. A crash
 * anywhere between leaves at most one call's messages claimed, which the sweep finds when their lease is over.
 */
export async function deliver(queue: Queue): Promise<Turn> {
  const began = elapsed();
  const signals: LiveSignal[] = [];
  const signal = (one: LiveSignal) => void signals.push(one);
  let sent = 0;
  while (elapsed() - began < turnMs) {
    const began_call = elapsed();
    const next = await inTenant(tenantOf(queue), async (db) => {
      const scope = { db, organization_id: queue.organization.id, now: queue.clock.now() };
      const choice = await carrierOf(scope, queue.channel);
      if ("is_failing" in choice) return null;
      if ("unreadable" in choice) {
        const { organization, channel } = queue;
        await fail({ ...scope, organization, signal }, { channel, version: choice.version }, choice.unreadable);
        return null;
      }
      const claimed = await claim(db, queue, choice.carrier);
      return claimed && { ...claimed, carrier: choice.carrier };
    });
    sendSignals(queue.organization.id, signals.splice(0));
    if (!next) return { sent, again_in_ms: null };
    const { carrier, batch_id, messages } = next;
    if (next.has_more) flushSoon(queue.organization.id);
    if (messages.length === 0) continue;
    const answers = await ask(queue, carrier, messages, batch_id);
    const has_more = await inTenant(tenantOf(queue), (db) => settle(db, queue, carrier, answers, signal));
    if (has_more) flushSoon(queue.organization.id);
    sendSignals(queue.organization.id, signals.splice(0));
    sent += answers.filter(({ outcome }) => outcome.outcome === "accepted").length;
    const pause = pauseAfter(answers);
    if (pause !== null) return { sent, again_in_ms: pause > longestPauseMs ? null : pause };
    await keepPace(carrier, began_call);
  }
  return { sent, again_in_ms: 0 };
}

/** A vendor that asks for patience is left alone, also for the messages that it has not seen yet. */
function pauseAfter(answers: readonly Answered[]): number | null {
  const waits = answers.flatMap(({ outcome }) =>
    outcome.outcome === "later" ? [outcome.retry_after_ms ?? longestPauseMs] : [],
  );
  return waits.length > 0 ? Math.max(...waits) : null;
}

async function keepPace({ provider }: Carrier, began: number): Promise<void> {
  const rest = 1_000 / provider.per_second - (elapsed() - began);
  if (provider.name !== "local" && rest > 0) await wait(rest);
}
