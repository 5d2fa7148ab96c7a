import { TextLink } from "@/components/ui/controls/text-link";
import { Callout } from "@/components/ui/data/callout";
import { DescriptionList } from "@/components/ui/data/description-list";
import { Section } from "@/components/ui/data/section";
import { formatDateTime, formatExact, type LocaleContext } from "@/lib/client/format";
import { durationText } from "./duration-text";
import type { JobRunDetails } from "./job";
import { JobStateBadge } from "./job-state";
import { FailedAttempts, JobSteps } from "./job-steps";

interface JobDetailsProps {
  run: JobRunDetails;
  localeContext: LocaleContext;
  runHref: (id: string) => string;
}

export function JobDetails({ run, localeContext, runHref }: JobDetailsProps) {
  const { function_name, function_id, state, failure, event, steps, failed_attempts, retried_run_id } = run;
  const when = (instant: string | null) =>
    instant ? <span title={formatExact(instant, localeContext)}>{formatDateTime(instant, localeContext)}</span> : null;
  return (
    <>
      <div className="flex flex-col gap-3 border-line border-b px-gutter py-5">
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-20 font-strong text-ink tracking-tight">{function_name}</p>
          <JobStateBadge state={state} size="lg" />
        </div>
        {failure ? <Callout tone="bad">{failure.message}</Callout> : null}
        <FailedAttempts attempts={failed_attempts} localeContext={localeContext} />
      </div>
      <Section title="Steps">
        <JobSteps steps={steps} localeContext={localeContext} />
      </Section>
      <Section title="Details">
        <DescriptionList
          className="mt-1"
          items={[
            { term: "Job", detail: function_id },
            { term: "Triggered by", detail: `${event.name}, ${formatDateTime(event.occurred_at, localeContext)}` },
            { term: "Started", detail: when(run.started_at) },
            { term: "Finished", detail: when(run.finished_at) },
            { term: "Duration", detail: durationText(run) },
            ...(retried_run_id
              ? [{ term: "Retry of", detail: <TextLink href={runHref(retried_run_id)}>the failed run</TextLink> }]
              : []),
          ]}
        />
      </Section>
      <Section title="Event data">
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
          tabIndex={0}
          className="mt-1 overflow-x-auto rounded-control bg-surface-2 p-3 text-12 text-ink"
        >
          {JSON.stringify(event.data, null, 2)}
        </pre>
      </Section>
    </>
  );
}
