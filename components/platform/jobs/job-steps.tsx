import { formatExact, formatWhen, type Place } from "@/lib/client/format";
import { ordinal } from "@/lib/client/plain-day";
import { type JobRunDetails, type JobStep, stepKindWords } from "./job";
import { StepStateBadge } from "./job-state";

type Attempt = JobRunDetails["failed_attempts"][number];

/** The steps in the order in which they started, each with its failed attempts. */
export function JobSteps({ steps, place }: { steps: readonly JobStep[]; place: Place }) {
  if (steps.length === 0) return <p className="py-2 text-ink-3">No steps yet.</p>;
  return (
    <ol className="divide-y divide-line">
      {steps.map((step) => (
        <li key={step.id} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-3">
          <div className="min-w-0 flex-1">
            <b className="font-medium text-ink [overflow-wrap:anywhere]">{step.name}</b>
            <p className="text-ink-3">
              {stepKindWords[step.kind]} ·{" "}
              <time dateTime={step.created_at} title={formatExact(step.created_at, place)}>
                {formatWhen(step.created_at, place)}
              </time>
            </p>
            <FailedAttempts attempts={step.failed_attempts} place={place} />
          </div>
          <StepStateBadge state={step.state} />
        </li>
      ))}
    </ol>
  );
}

export function FailedAttempts({ attempts, place }: { attempts: readonly Attempt[]; place: Place }) {
  if (attempts.length === 0) return null;
  return (
    <ul aria-label="Failed attempts" className="mt-1 flex flex-col gap-1">
      {attempts.map(({ attempt, at, name, message }) => (
        <li key={`${attempt} ${at}`} className="text-ink-2 [overflow-wrap:anywhere]">
          {ordinal(attempt)} attempt,{" "}
          <time dateTime={at} title={formatExact(at, place)}>
            {formatWhen(at, place)}
          </time>
          : <span className="text-bad-text">{name === "Error" ? message : `${name}: ${message}`}</span>
        </li>
      ))}
    </ul>
  );
}
