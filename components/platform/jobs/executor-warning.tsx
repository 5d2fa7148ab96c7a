import { Callout } from "@/components/ui/data/callout";
import { formatDateTime, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";

interface ExecutorWarningProps {
  executor: { is_running: boolean; seen_at: string | null; fault: string | null };
  localeContext: LocaleContext;
}

/** A warning that jobs do not run, with the reason if it is known. */
export function ExecutorWarning({ executor: { is_running, seen_at, fault }, localeContext }: ExecutorWarningProps) {
  if (is_running && !fault) return null;
  return (
    <div className="px-gutter pt-4">
      <Callout
        tone={is_running ? "warn" : "bad"}
        title={is_running ? "One server process is not running jobs" : "Jobs are not running"}
      >
        {!is_running && (
          <p>
            {seen_at
              ? `No server process has reported that it runs jobs since ${lowercaseRelativeDay(formatDateTime(seen_at, localeContext))}.`
              : "No server process has reported that it runs jobs."}{" "}
            Restart the server. If the problem persists, check the server log.
          </p>
        )}
        {fault && <p className="whitespace-pre-line">{fault}</p>}
      </Callout>
    </div>
  );
}
