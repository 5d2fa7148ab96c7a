import type { SendOutcome } from "@/lib/values/delivery";

/**
 * For vendors that take one message a call: a few calls at a time. Once the vendor has refused the credentials or asked us
 * to slow down, the messages that have not been tried get the same answer without a call of their own.
 */
export async function oneByOne<Message>(
  messages: Message[],
  lanes: number,
  send: (message: Message) => Promise<SendOutcome>,
): Promise<SendOutcome[]> {
  const outcomes: SendOutcome[] = [];
  const waiting = messages.entries();
  let stop: SendOutcome | null = null;
  const lane = async (): Promise<void> => {
    for (const [index, message] of waiting) {
      const outcome: SendOutcome = stop ?? (await send(message));
      outcomes[index] = outcome;
      if (outcome.outcome === "misconfigured" || outcome.outcome === "later") stop ??= outcome;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return outcomes;
}
