import type { SendOutcome } from "@/lib/values/delivery";
import { type Sender, senderOf } from "./sender";

const local = { name: "local", label: "The local outbox", is_idempotent: true, secrets: [] };

/** Keeps every message where `keep` puts it, for a gym without a vendor. To keep one twice by its id is to keep it once. */
export function localOutbox<Message extends { id: string }>(
  keep: (message: Message) => Promise<void>,
  refusal?: (message: Message) => SendOutcome | null,
): Sender<Message> {
  return senderOf(local, {
    max_batch: 100,
    per_second: 100,
    ...(refusal && { refusal }),
    call: (messages) => Promise.all(messages.map((message) => keepOne(message, keep))),
  });
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
