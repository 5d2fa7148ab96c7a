import type { SendOutcome } from "@/lib/values/delivery";
import { createSender, type Sender } from "./sender";

const local = { name: "local", label: "The local outbox", is_idempotent: true, secrets: [] };

/** For a gym without a vendor: stores each message with `store`, which must be idempotent by id. */
export function localOutbox<Message extends { id: string }>(
  store: (message: Message) => Promise<void>,
  precheck?: (message: Message) => SendOutcome | null,
): Sender<Message> {
  return createSender(local, {
    max_batch: 100,
    per_second: 100,
    ...(precheck && { precheck }),
    call: (messages) => Promise.all(messages.map((message) => storeOne(message, store))),
  });
}

async function storeOne<Message extends { id: string }>(
  message: Message,
  store: (message: Message) => Promise<void>,
): Promise<SendOutcome> {
  try {
    await store(message);
    return { outcome: "accepted", provider_message_id: message.id };
  } catch {
    return { outcome: "later", message: "The local outbox could not store the message", retry_after_ms: null };
  }
}
