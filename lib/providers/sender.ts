import type { SendOutcome } from "@/lib/values/delivery";
import { noResponseOutcome } from "./no-response";
import type { Vendor } from "./vendor";

/** The common interface of all channels. */
export type Sender<Message> = {
  name: string;
  /** Messages per call. send() splits larger lists. */
  max_batch: number;
  /** Calls per second. */
  per_second: number;
  /** A repeated call with the same key and messages sends nothing twice. */
  is_idempotent: boolean;
  /** One outcome per message, in order. Never throws. */
  send(messages: Message[], idempotency_key: string): Promise<SendOutcome[]>;
};

type SenderOptions<Message> = {
  max_batch: number;
  per_second: number;
  /** Rejects a message before the call. */
  precheck?: (message: Message) => SendOutcome | null;
  call: (messages: Message[], idempotency_key: string) => Promise<SendOutcome[]>;
};

/** Implements batching, prechecks and error handling around a vendor's call. */
export function createSender<Message>(
  vendor: Vendor,
  { max_batch, per_second, precheck = () => null, call }: SenderOptions<Message>,
): Sender<Message> {
  const { name, is_idempotent } = vendor;

  const callOnce = async (messages: Message[], key: string): Promise<SendOutcome[]> => {
    const rejected = messages.map(precheck);
    const sendable = messages.filter((_message, index) => !rejected[index]);
    const answered = sendable.length > 0 ? await callSafely(sendable, key) : [];
    return rejected.map((outcome) => outcome ?? answered.shift() ?? noResponseOutcome(vendor, null));
  };
  const callSafely = async (messages: Message[], key: string): Promise<SendOutcome[]> => {
    try {
      return await call(messages, key);
    } catch (error) {
      return messages.map(() => noResponseOutcome(vendor, error));
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
