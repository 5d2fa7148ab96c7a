export const channels = ["email", "sms", "whatsapp", "push"] as const;
export type Channel = (typeof channels)[number];

/** Exact digits, as the vendor wrote them: a text message costs fractions of a cent. */
type MessageCost = { amount: string; currency: string };

/**
 * What became of one message at its vendor. Only `later` may be tried again without a second thought: it says that the
 * vendor surely has not taken the message, or that the same idempotency key makes the second try harmless.
 */
export type SendOutcome =
  | { outcome: "accepted"; provider_message_id: string | null; cost?: MessageCost }
  /** Never, with this message. `disables` says that no other message will reach the address either. */
  | { outcome: "rejected"; code: string; message: string; disables: "address" | null }
  | { outcome: "later"; message: string; retry_after_ms: number | null }
  /** Credentials or settings are wrong: the gym's messages wait until an administrator has changed them. */
  | { outcome: "misconfigured"; message: string }
  /** The answer was lost at a vendor that would send a second message for a second try. */
  | { outcome: "unknown"; message: string };

const deliveryStates = ["sent", "delivered", "failed", "bounced", "complained"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** One line of a vendor's report. The same event always carries the same `event_id`, however often it comes. */
export type DeliveryReport = {
  event_id: string;
  provider_message_id: string | null;
  /** Ours, where the vendor gives back what we told it. */
  message_id: string | null;
  state: DeliveryState;
  at: string;
  address: string | null;
  detail: string | null;
  /** No later message will reach the address either. */
  is_permanent: boolean;
  cost?: MessageCost;
};

/** What a person answered to a text message. */
export type InboundReply = {
  event_id: string;
  channel: "sms" | "whatsapp";
  /** E.164 */
  from: string;
  kind: "stop" | "start" | "other";
  at: string;
};

export type WebhookEvents = { reports: DeliveryReport[]; replies: InboundReply[] };
