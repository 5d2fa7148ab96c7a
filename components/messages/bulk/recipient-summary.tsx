import { reasonLabels } from "@/components/messages/notifications/message-labels";
import { firstErrorMessage } from "@/components/messages/templates/first-error-message";
import { Callout } from "@/components/ui/data/callout";
import { formatCount, formatDateTime, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import { counted } from "@/lib/values/counted";
import type { BulkPreview } from "./bulk";

interface RecipientSummaryProps {
  preview: BulkPreview | undefined;
  error: Error | null;
  is_stale: boolean;
  localeContext: LocaleContext;
}

/** The number of recipients, the excluded members by reason, and the expected duration. */
export function RecipientSummary({ preview, error, is_stale, localeContext }: RecipientSummaryProps) {
  if (error) {
    return (
      <Callout tone="bad" role="alert">
        {firstErrorMessage(error)}
      </Callout>
    );
  }
  if (!preview) return null;
  const { audience, recipients, left_out, takes_seconds, waits_until } = preview;
  const count = (value: number) => formatCount(value, localeContext.locale);
  return (
    <div className={is_stale ? "opacity-60" : undefined} aria-busy={is_stale || undefined}>
      <p className="text-36 font-strong text-ink tracking-tight">{count(recipients)}</p>
      <p role="status" className="text-ink-2">
        {recipients === 1 ? "recipient" : "recipients"} of {count(audience)} in the audience
      </p>
      {left_out.length > 0 ? (
        <dl aria-label="Excluded" className="mt-3 divide-y divide-line border-line border-y">
          {left_out.map(({ reason, count: members }) => (
            <div key={reason} className="flex justify-between gap-3 py-1.5">
              <dt>{reasonLabels[reason]}</dt>
              <dd className="text-ink">{count(members)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {recipients > 0 ? (
        <p className="mt-3 text-ink-3">
          {waits_until
            ? `Quiet hours delay sending until ${lowercaseRelativeDay(formatDateTime(waits_until, localeContext))}. `
            : null}
          {durationText(takes_seconds)}
        </p>
      ) : null}
    </div>
  );
}

function durationText(seconds: number): string {
  if (seconds < 60) return "All messages are sent within a minute.";
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120
    ? `Sending takes about ${counted(minutes, "minute")} at the provider’s rate limit.`
    : `Sending takes about ${counted(Math.round(minutes / 60), "hour")} at the provider’s rate limit.`;
}
