import { NumberLink } from "@/components/ui/controls/number-link";
import { TextLink } from "@/components/ui/controls/text-link";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatCount, formatDateTime, formatExact, type LocaleContext } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { listJobSummaries } from "@/lib/contracts/platform/jobs";
import { counted } from "@/lib/values/counted";
import { JobStateBadge } from "./job-state";
import type { JobsQuery } from "./jobs-query";

type Summary = Output<typeof listJobSummaries>["data"][number];

interface JobSummariesProps {
  jobs: readonly Summary[];
  localeContext: LocaleContext;
  /** The list of runs with a filter. */
  address: (change: JobsQuery) => string;
  runHref: (id: string) => string;
}

/** One row for each job, the ones with failures to look at first. */
export function JobSummaries({ jobs, localeContext, address, runHref }: JobSummariesProps) {
  const moment = (instant: string) => (
    <time dateTime={instant} title={formatExact(instant, localeContext)}>
      {formatDateTime(instant, localeContext)}
    </time>
  );
  const failures = ({ function_id, to_look_at }: Summary) =>
    to_look_at === 0 ? (
      <span className="text-ink-3">None</span>
    ) : (
      <NumberLink href={address({ job: function_id, state: "failed" })} tone="bad">
        {counted(to_look_at, "failure", "failures", localeContext.locale)}
      </NumberLink>
    );
  const columns: Column<Summary>[] = [
    {
      key: "job",
      header: "Job",
      cell: ({ function_id, function_name }) => (
        <TextLink href={address({ job: function_id })} className="ui-table-link">
          {function_name}
        </TextLink>
      ),
    },
    {
      key: "last",
      header: "Last run",
      cell: ({ last_run }) =>
        last_run ? (
          <span className="flex items-center gap-2">
            <TextLink href={runHref(last_run.id)}>{moment(last_run.created_at)}</TextLink>
            <JobStateBadge state={last_run.state} />
          </span>
        ) : (
          "Never"
        ),
    },
    {
      key: "next",
      header: "Next run",
      cell: ({ next_run_at }) => (next_run_at ? moment(next_run_at) : <span className="text-ink-3">When needed</span>),
    },
    { key: "rate", header: "Success", align: "end", cell: (job) => successText(job, localeContext.locale) },
    { key: "look", header: "To look at", align: "end", cell: failures },
  ];
  return (
    <DataTable
      label="Jobs"
      columns={columns}
      rows={jobs}
      rowKey={({ function_id }) => function_id}
      edge
      phone={(job) => (
        <PhoneRow
          title={job.function_name}
          href={address({ job: job.function_id })}
          subtitle={
            job.next_run_at
              ? `Next ${formatDateTime(job.next_run_at, localeContext)}, ${successText(job, localeContext.locale)}`
              : successText(job, localeContext.locale)
          }
          status={job.last_run ? <JobStateBadge state={job.last_run.state} /> : null}
          fact={job.to_look_at > 0 ? failures(job) : null}
        />
      )}
    />
  );
}

/** Of the last runs that ended; those that found nothing to do are named, because they prove little. */
function successText({ recent: { completed, failed, idle } }: Summary, locale: string): string {
  const ended = completed + failed;
  if (ended === 0) return "—";
  const rate = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(completed / ended);
  const share = failed > 0 && completed > 0 && rate.startsWith("100") ? "over 99 %" : rate;
  return `${share} of ${formatCount(ended, locale)}${idle > 0 ? `, ${formatCount(idle, locale)} idle` : ""}`;
}
