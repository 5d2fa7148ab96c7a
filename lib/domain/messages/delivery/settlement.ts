import { Temporal } from "temporal-polyfill";
import { nextAttemptAt } from "@/lib/values/back-off";
import type { SendOutcome } from "@/lib/values/delivery";
import type { MessageReason, MessageState } from "@/lib/values/notifications";
import type { Message } from "./queue";

/** The changes of a message's row after the vendor's response. */
export type Settlement = {
  id: string;
  state: MessageState;
  reason: MessageReason | null;
  detail: string | null;
  /** Time of the next attempt; null: no automatic retry. */
  send_after: string | null;
  /** Whether the retry repeats the same call with the same key. */
  keeps_batch: boolean;
  is_ended: boolean;
  provider_message_id: string | null;
  cost_amount: string | null;
  cost_currency: string | null;
  /** Restarts the retry period, because the vendor did not process the call. */
  is_untried: boolean;
};

type SettlementOptions = { now: Temporal.Instant; is_idempotent: boolean };

export function settlementOf(
  message: Message,
  outcome: SendOutcome,
  { now, is_idempotent }: SettlementOptions,
): Settlement {
  const base: Settlement = {
    id: message.id,
    state: "sent",
    reason: null,
    detail: null,
    send_after: null,
    keeps_batch: false,
    is_ended: false,
    provider_message_id: null,
    cost_amount: null,
    cost_currency: null,
    is_untried: false,
  };
  switch (outcome.outcome) {
    case "accepted":
      return {
        ...base,
        keeps_batch: true,
        provider_message_id: outcome.provider_message_id,
        cost_amount: outcome.cost?.amount ?? null,
        cost_currency: outcome.cost?.currency ?? null,
      };
    case "rejected":
      return { ...base, state: "failed", reason: "rejected", detail: outcome.message, is_ended: true };
    case "unknown":
      return { ...base, state: "unknown", reason: "unclear_acceptance", detail: outcome.message, keeps_batch: true };
    case "misconfigured":
      return {
        ...base,
        state: "queued",
        reason: "provider_misconfigured",
        detail: outcome.message,
        send_after: now.toString(),
        is_untried: true,
      };
    case "later": {
      const since = Temporal.Instant.from(message.tried_since ?? now.toString());
      const at = nextAttemptAt(now, since, message.attempts, outcome.retry_after_ms);
      if (!at) return { ...base, state: "failed", reason: "gave_up", detail: outcome.message, is_ended: true };
      return {
        ...base,
        state: "queued",
        detail: outcome.message,
        send_after: at.toString(),
        keeps_batch: is_idempotent,
      };
    }
  }
}
