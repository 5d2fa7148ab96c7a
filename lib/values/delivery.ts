export const channels = ["email", "sms", "whatsapp", "push"] as const;
export type Channel = (typeof channels)[number];

/** A decimal text as sent by the vendor, because a text message costs fractions of a cent. */
type MessageCost = { amount: string; currency: string };

/**
 * The result of sending one message. Only `later` is safe to retry: the vendor has not accepted the message, or the idempotency
 * key prevents a duplicate.
 */
export type SendOutcome =
  | { outcome: "accepted"; provider_message_id: string | null; cost?: MessageCost }
  /** Permanent for this message. `disables`: the address cannot receive other messages either. */
  | { outcome: "rejected"; code: string; message: string; disables: "address" | null }
  | { outcome: "later"; message: string; retry_after_ms: number | null }
  /** Wrong credentials or settings. The gym's messages wait until an administrator corrects them. */
  | { outcome: "misconfigured"; message: string }
  /** The response was lost, and a retry could send a duplicate. */
  | { outcome: "unknown"; message: string };

const deliveryStates = ["sent", "delivered", "failed", "bounced", "complained"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** One event of a vendor's delivery report. Duplicates have the same `event_id`. */
export type DeliveryReport = {
  event_id: string;
  provider_message_id: string | null;
  /** Our id, if the vendor returns it. */
  message_id: string | null;
  state: DeliveryState;
  at: string;
  address: string | null;
  detail: string | null;
  /** The address cannot receive other messages either. */
  is_permanent: boolean;
  cost?: MessageCost;
};

/** A reply to a text message. */
export type InboundReply = {
  event_id: string;
  channel: "sms" | "whatsapp";
  /** E.164 */
  from: string;
  kind: "stop" | "start" | "other";
  at: string;
};

export type WebhookEvents = { reports: DeliveryReport[]; replies: InboundReply[] };

/** A file that goes with a mail. */
export type Attachment = { name: string; content_type: "application/pdf"; bytes: Uint8Array };
