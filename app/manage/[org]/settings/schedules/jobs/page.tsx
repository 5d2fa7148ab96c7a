import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { SettingsHeader } from "@/components/organization/settings-header";
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
import { ScheduleParts } from "@/components/platform/schedules/schedule-parts";
import { Pagination } from "@/components/ui/controls/pagination";
import { formatCount, type LocaleContext, todayAt } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { listLocations } from "@/lib/domain/organization/locations";
import { listJobRuns, listJobSummaries } from "@/lib/domain/platform/jobs";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Jobs" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSize = 50;

export default async function JobsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization } = caller;
  if (!organization || !mayUse(caller, listJobRuns.contract)) notFound();
  const query = readJobsQuery(await searchParams);
  const { data: locations } = await listLocations(caller, {});
  const localeContext: LocaleContext = {
    locale: organization.locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  };
  const [jobs, { data: runs, next_cursor }] = await Promise.all([
    isOverview(query) ? listJobSummaries(caller, {}) : null,
    orNotFound(listJobRuns(caller, { ...toJobsInput(query, localeContext.time_zone), limit: pageSize })),
  ]);
  const base = `/manage/${org}/settings/schedules/jobs`;
  const address = (change: JobsQuery) => jobsHref(base, { ...query, cursor: undefined, ...change });
  return (
    <>
      <SettingsHeader organization={org} current="/schedules" mayUse={(contract) => mayUse(caller, contract)} />
      <ScheduleParts organization={org} current="/jobs" mayReadJobs />
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
      <JobsFilters query={query} address={address} today={todayAt(localeContext)} locale={localeContext.locale} />
      {runs.length > 0 ? (
        <>
          <JobsTable runs={runs} localeContext={localeContext} runHref={(id) => `${base}/${id}`} />
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
    </>
  );
}
