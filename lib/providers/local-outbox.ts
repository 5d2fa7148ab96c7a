import type { SendOutcome } from "@/lib/values/delivery";
import type { Sender } from "./sender";

/** Keeps every message where `keep` puts it, for a gym without a vendor. Keeping a message twice by its id is keeping it once. */
export function localOutbox<Message extends { id: string }>(
  keep: (message: Message) => Promise<void>,
  refusal: (message: Message) => SendOutcome | null = () => null,
): Sender<Message> {
  return {
    name: "local",
    max_batch: 100,
    per_second: 100,
    is_idempotent: true,
    send: (messages) => Promise.all(messages.map((message) => refusal(message) ?? keepOne(message, keep))),
  };
}

async function keepOne<Message extends { id: string }>(
  message: Message,
  keep: (message: Message) => Promise<void>,
): Promise<SendOutcome> {
  try {
    await keep(message);
    return { outcome: "accepted", provider_message_id: message.id };
  } catch {
    return { outcome: "later", message: "The local outbox could not keep the message", retry_after_ms: null };
  }
}
