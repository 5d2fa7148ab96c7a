import { sql } from "drizzle-orm";
import type { Database } from "@/db/tenancy";
import { blockAddress } from "@/lib/domain/messages/contacts";
import type { Carrier } from "@/lib/domain/messages/providers";
import { type LiveSignal, recordEvents } from "@/lib/kernel/outbox";
import type { SendOutcome } from "@/lib/values/delivery";
import { fail } from "./fail";
import { fallBack } from "./fall-back";
import { ofInstallation } from "./of-installation";
import type { Message, Queue } from "./place";
import { type Settlement, settlementOf } from "./settlement";

export type Answered = { message: Message; outcome: SendOutcome };

/** Writes down what the vendor answered, with everything that follows from it, in one transaction. Says whether more is to be sent. */
export async function settle(
  db: Database,
  queue: Queue,
  carrier: Carrier,
  answers: readonly Answered[],
  signal: (signal: LiveSignal) => void,
): Promise<boolean> {
  const { organization, clock } = queue;
  const now = clock.now();
  const scope = { db, organization, organization_id: organization.id, now };
  const terms = { now, is_idempotent: carrier.provider.is_idempotent };
  const settled = answers.map(({ message, outcome }) => {
    const meant = ofInstallation(outcome, carrier);
    return { message, outcome: meant, settlement: settlementOf(message, meant, terms) };
  });
  const failed = await write(
    db,
    queue,
    settled.map(({ settlement }) => settlement),
  );
  for (const { message, outcome } of settled) {
    if (outcome.outcome === "misconfigured") await fail({ ...scope, signal }, carrier, outcome.message);
    if (outcome.outcome === "rejected" && outcome.disables === "address" && message.channel !== "push") {
      const { channel, to_address: address } = message;
      const reason = outcome.code === "21610" ? "stop" : channel === "email" ? "hard_bounce" : "dead_address";
      await blockAddress(scope, { channel, address, reason, detail: outcome.message });
    }
  }
  const lost = answers.map(({ message }) => message).filter(({ id }) => failed.has(id));
  const events = await fallBack(scope, lost);
  await recordEvents(db, organization.id, events);
  return events.length > 0;
}

/** A report may have come before the answer: a message only moves on. Answers the ids of those that have failed. */
async function write(
  db: Database,
  { organization, clock }: Queue,
  settlements: readonly Settlement[],
): Promise<ReadonlySet<string>> {
  const now = clock.now().toString();
  const { rows } = await db.execute<{ id: string; state: string }>(sql`
    update messages m set
      state = case when m.state = 'sending' then s.state else m.state end,
      reason = case when m.state = 'sending' then s.reason else m.reason end,
      detail = case when m.state = 'sending' then s.detail else m.detail end,
      send_after = coalesce(s.send_after, m.send_after),
      batch_id = case when s.keeps_batch then m.batch_id end,
      tried_since = case when s.is_untried then null else m.tried_since end,
      provider_message_id = coalesce(m.provider_message_id, s.provider_message_id),
      cost_amount = coalesce(m.cost_amount, s.cost_amount), cost_currency = coalesce(m.cost_currency, s.cost_currency),
      sent_at = case when s.state = 'sent' then coalesce(m.sent_at, ${now}::timestamptz) else m.sent_at end,
      ended_at = case when s.is_ended then ${now}::timestamptz else m.ended_at end,
      claimed_until = null
    from json_to_recordset(${JSON.stringify(settlements)}::json) as s (id uuid, state text, reason text, detail text,
      send_after timestamptz, keeps_batch boolean, is_ended boolean, is_untried boolean, provider_message_id text,
      cost_amount numeric, cost_currency text)
    where m.organization_id = ${organization.id} and m.id = s.id and m.state in ('sending', 'sent', 'delivered', 'failed')
    returning m.id, m.state`);
  return new Set(rows.filter(({ state }) => state === "failed").map(({ id }) => id));
}
