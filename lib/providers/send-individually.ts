import type { SendOutcome } from "@/lib/values/delivery";

/**
 * For vendors with one message per call: `concurrency` calls at a time. After "misconfigured" or "later", the remaining messages get
 * the same outcome without a call.
 */
export async function sendIndividually<Message>(
  messages: Message[],
  concurrency: number,
  send: (message: Message) => Promise<SendOutcome>,
): Promise<SendOutcome[]> {
  const outcomes: SendOutcome[] = [];
  const waiting = messages.entries();
  let stop: SendOutcome | null = null;
  const worker = async (): Promise<void> => {
    for (const [index, message] of waiting) {
      const outcome: SendOutcome = stop ?? (await send(message));
      outcomes[index] = outcome;
      if (outcome.outcome === "misconfigured" || outcome.outcome === "later") stop ??= outcome;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return outcomes;
}
