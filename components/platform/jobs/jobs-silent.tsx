import { Callout } from "@/components/ui/data/callout";
import { formatWhen, type Place } from "@/lib/client/format";

interface JobsSilentProps {
  executor: { is_running: boolean; seen_at: string | null; fault: string | null };
  place: Place;
}

/** Says that background jobs do not run, and why, as far as it is known. */
export function JobsSilent({ executor: { is_running, seen_at, fault }, place }: JobsSilentProps) {
  if (is_running && !fault) return null;
  return (
    <div className="px-gutter pt-4">
      <Callout
        tone={is_running ? "warn" : "bad"}
        title={is_running ? "One server process runs no jobs" : "Jobs do not run"}
      >
        {!is_running && (
          <p>
            {seen_at
              ? `No server process has reported since ${formatWhen(seen_at, place)} that it runs jobs.`
              : "No server process has ever reported that it runs jobs."}{" "}
            Restart the server. If it stays like this, the server's log has the reason.
          </p>
        )}
        {fault && <p className="whitespace-pre-line">{fault}</p>}
      </Callout>
    </div>
  );
}
