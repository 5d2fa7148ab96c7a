import { formatDateTime, formatExact, type LocaleContext } from "@/lib/client/format";
import { ordinal } from "@/lib/client/format-short-date";
import { type JobRunDetails, type JobStep, stepKindLabels } from "./job";
import { StepStateBadge } from "./job-state";

type FailedAttempt = JobRunDetails["failed_attempts"][number];

/** The steps in the order in which they started, each with its failed attempts. */
export function JobSteps({ steps, localeContext }: { steps: readonly JobStep[]; localeContext: LocaleContext }) {
  if (steps.length === 0) return <p className="py-2 text-ink-3">No steps yet.</p>;
  return (
    <ol className="divide-y divide-line">
      {steps.map((step) => (
        <li key={step.id} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-3">
          <div className="min-w-0 flex-1">
            <b className="font-medium text-ink [overflow-wrap:anywhere]">{step.name}</b>
            <p className="text-ink-3">
              {stepKindLabels[step.kind]} ·{" "}
              <time dateTime={step.created_at} title={formatExact(step.created_at, localeContext)}>
                {formatDateTime(step.created_at, localeContext)}
              </time>
            </p>
            <FailedAttempts attempts={step.failed_attempts} localeContext={localeContext} />
          </div>
          <StepStateBadge state={step.state} />
        </li>
      ))}
    </ol>
  );
}

export function FailedAttempts({
  attempts,
  localeContext,
}: {
  attempts: readonly FailedAttempt[];
  localeContext: LocaleContext;
}) {
  if (attempts.length === 0) return null;
  return (
    <ul aria-label="Failed attempts" className="mt-1 flex flex-col gap-1">
      {attempts.map(({ attempt, at, name, message }) => (
        <li key={`${attempt} ${at}`} className="text-ink-2 [overflow-wrap:anywhere]">
          {ordinal(attempt)} attempt,{" "}
          <time dateTime={at} title={formatExact(at, localeContext)}>
            {formatDateTime(at, localeContext)}
          </time>
          : <span className="text-bad-text">{name === "Error" ? message : `${name}: ${message}`}</span>
        </li>
      ))}
    </ul>
  );
}
