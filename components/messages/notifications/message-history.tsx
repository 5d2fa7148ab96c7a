import { formatDateTime, formatExact, type LocaleContext } from "@/lib/client/format";
import { ordinal } from "@/lib/client/format-short-date";
import type { MessageRow } from "./message";
import { reasonLabels, stateLabels, vendorName } from "./message-labels";

interface HistoryStep {
  at: string;
  label: string;
  note?: string;
}

/** The history of a message, oldest first. */
export function MessageHistory({ message, localeContext }: { message: MessageRow; localeContext: LocaleContext }) {
  return (
    <ol className="flex flex-col">
      {stepsOf(message).map(({ at, label, note }) => (
        <li
          key={label}
          className="relative border-line border-l pb-4 pl-4 last:border-transparent last:pb-0 before:absolute before:top-1.5 before:-left-[4.5px] before:size-2 before:rounded-full before:bg-ink-3"
        >
          <b className="block font-medium text-ink">{label}</b>
          <time dateTime={at} title={formatExact(at, localeContext)} className="block text-ink-3">
            {formatDateTime(at, localeContext)}
          </time>
          {note ? <span className="block text-ink-2">{note}</span> : null}
        </li>
      ))}
    </ol>
  );
}

function stepsOf(message: MessageRow): HistoryStep[] {
  const { created_at, send_after, sent_at, delivered_at, ended_at, state, reason, vendor, attempts } = message;
  const steps: HistoryStep[] = [{ at: created_at, label: "Created" }];
  if (state === "queued" && send_after > created_at) steps.push({ at: send_after, label: "Scheduled" });
  if (sent_at) {
    steps.push({
      at: sent_at,
      label: vendor ? `Accepted by ${vendorName(vendor)}` : "Sent",
      ...(attempts > 1 ? { note: `On the ${ordinal(attempts)} attempt` } : {}),
    });
  }
  if (delivered_at) steps.push({ at: delivered_at, label: "Delivered" });
  if (ended_at && state !== "delivered" && state !== "sent") {
    steps.push({ at: ended_at, label: stateLabels[state], ...(reason ? { note: reasonLabels[reason] } : {}) });
  }
  return steps;
}
