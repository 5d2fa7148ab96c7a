import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { personCaller } from "@/app/page-caller";
import { ExecutorWarning } from "@/components/platform/jobs/executor-warning";
import { JobSummaries } from "@/components/platform/jobs/job-summaries";
import { JobsFilters } from "@/components/platform/jobs/jobs-filters";
import {
  isOverview,
  type JobsQuery,
  jobsHref,
  readJobsQuery,
  toJobsInput,
} from "@/components/platform/jobs/jobs-query";
import { JobsTable } from "@/components/platform/jobs/jobs-table";
import { NoJobs } from "@/components/platform/jobs/no-jobs";
import { PlatformFrame } from "@/components/platform/platform-frame";
import { Pagination } from "@/components/ui/controls/pagination";
import { formatCount, type LocaleContext, todayAt } from "@/lib/client/format";
import { getJobExecutor, listPlatformJobRuns, listPlatformJobSummaries } from "@/lib/domain/platform/jobs";

export const metadata: Metadata = { title: "Jobs" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const pageSize = 50;

/** For super admins: the job runs of every gym and of the installation (R9). */
export default async function PlatformJobsPage({ searchParams }: Props) {
  const caller = await personCaller();
  if (!caller.is_super_admin || caller.actor.type !== "user") notFound();
  const query = readJobsQuery(await searchParams);
  const localeContext: LocaleContext = { locale: "en", time_zone: "UTC", now: caller.clock.now().toString() };
  const [executor, jobs, { data: runs, next_cursor }] = await Promise.all([
    getJobExecutor(caller, {}),
    isOverview(query) ? listPlatformJobSummaries(caller, query.gym ? { organization_id: query.gym } : {}) : null,
    orNotFound(
      listPlatformJobRuns(caller, {
        ...toJobsInput(query, localeContext.time_zone),
        ...(query.gym && { organization: query.gym }),
        limit: pageSize,
      }),
    ),
  ]);
  const base = "/platform/jobs";
  const address = (change: JobsQuery) => jobsHref(base, { ...query, cursor: undefined, ...change });
  return (
    <PlatformFrame current={base}>
      <ExecutorWarning executor={executor} localeContext={localeContext} />
      {jobs && jobs.data.length > 0 ? (
        <>
          <JobSummaries
            jobs={jobs.data}
            localeContext={localeContext}
            address={address}
            runHref={(id) => `${base}/${id}`}
          />
          <h2 className="border-line border-t px-gutter pt-5 pb-1 font-medium text-16 text-ink">
            Runs that found something to do
          </h2>
        </>
      ) : null}
      <JobsFilters
        query={query}
        address={address}
        gym_name={query.gym ? (runs[0]?.organization_name ?? "one gym") : null}
        today={todayAt(localeContext)}
        locale={localeContext.locale}
      />
      {runs.length > 0 ? (
        <>
          <JobsTable
            runs={runs}
            localeContext={localeContext}
            runHref={(id) => `${base}/${id}`}
            gymHref={(gym) => address({ gym })}
          />
          <Pagination
            className="px-gutter"
            summary={`${formatCount(runs.length, localeContext.locale)} ${runs.length === 1 ? "run" : "runs, newest first"}`}
            pageSize={pageSize}
            nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
            firstHref={query.cursor ? address({}) : null}
          />
        </>
      ) : (
        <NoJobs isFiltered={Object.keys(query).length > 0} allHref={base} />
      )}
    </PlatformFrame>
  );
}
