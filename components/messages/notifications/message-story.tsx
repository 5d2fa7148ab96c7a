import { formatExact, formatWhen, type Place } from "@/lib/client/format";
import { ordinal } from "@/lib/client/plain-day";
import type { MessageRow } from "./message";
import { reasonWords, stateWords, vendorName } from "./message-words";

interface Step {
  at: string;
  what: string;
  note?: string;
}

/** What happened to a message, the first thing first. */
export function MessageStory({ message, place }: { message: MessageRow; place: Place }) {
  return (
    <ol className="flex flex-col">
      {stepsOf(message).map(({ at, what, note }) => (
        <li
          key={what}
          className="relative border-line border-l pb-4 pl-4 last:border-transparent last:pb-0 before:absolute before:top-1.5 before:-left-[4.5px] before:size-2 before:rounded-full before:bg-ink-3"
        >
          <b className="block font-medium text-ink">{what}</b>
          <time dateTime={at} title={formatExact(at, place)} className="block text-ink-3">
            {formatWhen(at, place)}
          </time>
          {note ? <span className="block text-ink-2">{note}</span> : null}
        </li>
      ))}
    </ol>
  );
}

function stepsOf(message: MessageRow): Step[] {
  const { created_at, send_after, sent_at, delivered_at, ended_at, state, reason, vendor, attempts } = message;
  const steps: Step[] = [{ at: created_at, what: "Written" }];
  if (state === "queued" && send_after > created_at) steps.push({ at: send_after, what: "Goes out" });
  if (sent_at) {
    steps.push({
      at: sent_at,
      what: vendor ? `Taken by ${vendorName(vendor)}` : "Sent",
      ...(attempts > 1 ? { note: `At the ${ordinal(attempts)} try` } : {}),
    });
  }
  if (delivered_at) steps.push({ at: delivered_at, what: "Delivered" });
  if (ended_at && state !== "delivered" && state !== "sent") {
    steps.push({ at: ended_at, what: stateWords[state], ...(reason ? { note: reasonWords[reason] } : {}) });
  }
  return steps;
}
