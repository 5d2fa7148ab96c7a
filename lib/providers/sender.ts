import type { SendOutcome } from "@/lib/values/delivery";
import { lostCall } from "./lost-call";
import type { Vendor } from "./vendor";

/** What every channel's vendors have in common. */
export type Sender<Message> = {
  name: string;
  /** Messages in one call. More than these become several calls. */
  max_batch: number;
  /** Calls in one second. */
  per_second: number;
  /** A second call with the same key and the same messages sends nothing twice. */
  is_idempotent: boolean;
  /** One outcome for each message, in their order. Never throws. */
  send(messages: Message[], idempotency_key: string): Promise<SendOutcome[]>;
};

type Work<Message> = {
  max_batch: number;
  per_second: number;
  /** What no vendor is asked about. */
  refusal?: (message: Message) => SendOutcome | null;
  call: (messages: Message[], idempotency_key: string) => Promise<SendOutcome[]>;
};

/** Holds a vendor to what a Sender promises. */
export function senderOf<Message>(
  vendor: Vendor,
  { max_batch, per_second, refusal = () => null, call }: Work<Message>,
): Sender<Message> {
  const { name, is_idempotent } = vendor;

  const callOnce = async (messages: Message[], key: string): Promise<SendOutcome[]> => {
    const refused = messages.map(refusal);
    const fit = messages.filter((_message, index) => !refused[index]);
    const answered = fit.length > 0 ? await callSafely(fit, key) : [];
    return refused.map((outcome) => outcome ?? answered.shift() ?? lostCall(vendor, null));
  };
  const callSafely = async (messages: Message[], key: string): Promise<SendOutcome[]> => {
    try {
      return await call(messages, key);
    } catch (error) {
      return messages.map(() => lostCall(vendor, error));
    }
  };
  return {
    name,
    max_batch,
    per_second,
    is_idempotent,
    async send(messages, idempotency_key) {
      const outcomes: SendOutcome[] = [];
      for (let start = 0; start < messages.length; start += max_batch) {
        const key = start === 0 ? idempotency_key : `${idempotency_key}/${start}`;
        outcomes.push(...(await callOnce(messages.slice(start, start + max_batch), key)));
      }
      return outcomes;
    },
  };
}
