import type { SendOutcome } from "@/lib/values/delivery";

/** What every channel's vendors have in common. */
export type Sender<Message> = {
  name: string;
  /** Messages in one call. */
  max_batch: number;
  /** Calls in one second. */
  per_second: number;
  /** A second call with the same key and the same messages sends nothing twice. */
  is_idempotent: boolean;
  /** One outcome for each message, in their order. Never throws. */
  send(messages: Message[], idempotency_key: string): Promise<SendOutcome[]>;
};
