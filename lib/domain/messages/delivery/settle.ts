import { sql } from "drizzle-orm";
import type { Database } from "@/db/tenancy";
import { blockAddress } from "@/lib/domain/messages/contacts";
import type { Carrier } from "@/lib/domain/messages/providers";
import { type LiveSignal, type OutgoingEvent, recordEvents } from "@/lib/kernel/outbox";
import type { SendOutcome } from "@/lib/values/delivery";
import { deferInstallationFailure } from "./defer-installation-failure";
import { fallBack } from "./fall-back";
import { reportProviderFailure } from "./provider-failure";
import type { Message, Queue } from "./queue";
import { type Settlement, settlementOf } from "./settlement";

export type SendResult = { message: Message; outcome: SendOutcome };

/** Stores the vendor's results and their consequences in one transaction. Returns the events of messages that moved to another channel. */
export async function settle(
  db: Database,
  queue: Queue,
  carrier: Carrier,
  results: readonly SendResult[],
  signal: (signal: LiveSignal) => void,
): Promise<OutgoingEvent[]> {
  const { organization, clock } = queue;
  const now = clock.now();
  const ctx = { db, organization, organization_id: organization.id, now };
  const options = { now, is_idempotent: carrier.provider.is_idempotent };
  const settled = results.map(({ message, outcome }) => {
    const effective = deferInstallationFailure(outcome, carrier);
    return { message, outcome: effective, settlement: settlementOf(message, effective, options) };
  });
  const failed = await write(
    db,
    queue,
    settled.map(({ settlement }) => settlement),
  );
  for (const { message, outcome } of settled) {
    if (outcome.outcome === "misconfigured") await reportProviderFailure({ ...ctx, signal }, carrier, outcome.message);
    if (outcome.outcome === "rejected" && outcome.disables === "address" && message.channel !== "push") {
      const { channel, to_address: address } = message;
      const reason = outcome.code === "21610" ? "stop" : channel === "email" ? "hard_bounce" : "dead_address";
      await blockAddress(ctx, { channel, address, reason, detail: outcome.message });
    }
  }
  const failed_messages = results.map(({ message }) => message).filter(({ id }) => failed.has(id));
  const events = await fallBack(ctx, failed_messages);
  return recordEvents(db, organization.id, events);
}

/** A report may arrive before the response, so the state only moves forward. Returns the ids of failed messages. */
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
