import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { SettingsHeader } from "@/components/organization/settings-header";
import { RunAgain } from "@/components/platform/schedules/run-again";
import { RunsFilters } from "@/components/platform/schedules/runs-filters";
import { type RunsQuery, readRunsQuery, runsHref, toRunsInput } from "@/components/platform/schedules/runs-query";
import { RunsTable } from "@/components/platform/schedules/runs-table";
import { ScheduleParts } from "@/components/platform/schedules/schedule-parts";
import { Pagination } from "@/components/ui/controls/pagination";
import { EmptyState } from "@/components/ui/data/empty-state";
import { formatCount, type LocaleContext, todayAt } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { listLocations } from "@/lib/domain/organization/locations";
import { listJobRuns } from "@/lib/domain/platform/jobs";
import { listScheduleRuns } from "@/lib/domain/platform/schedules";
import { mayUse } from "@/lib/kernel/operation";
import { addDays } from "@/lib/values/calendar-day";

export const metadata: Metadata = { title: "Schedule runs" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSize = 50;
/** The oldest day that can be run again. */
const daysBack = 31;

export default async function RunsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("jobs.read")) notFound();
  const query = readRunsQuery(await searchParams);
  const [{ data: runs, next_cursor }, { data: locations }] = await Promise.all([
    orNotFound(listScheduleRuns(caller, { ...toRunsInput(query), limit: pageSize })),
    listLocations(caller, { include_archived: true }),
  ]);
  const zones = new Map(locations.map(({ id, time_zone }) => [id, time_zone]));
  const localeContext: LocaleContext = {
    locale: organization.locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  };
  const today = todayAt(localeContext);
  const base = `/manage/${org}/settings/schedules/runs`;
  const address = (change: RunsQuery) => runsHref(base, { ...query, cursor: undefined, ...change });
  const open = locations.filter(({ archived_at }) => !archived_at).map(({ id, name }) => ({ id, name }));
  return (
    <>
      <SettingsHeader
        organization={org}
        current="/schedules"
        mayUse={(contract) => mayUse(caller, contract)}
        actions={
          permissions.has("jobs.write") ? (
            <RunAgain organization={org} locations={open} earliest={addDays(today, -daysBack)} today={today} />
          ) : null
        }
      />
      <ScheduleParts organization={org} current="/runs" mayReadJobs={mayUse(caller, listJobRuns.contract)} />
      <RunsFilters query={query} address={address} locations={locations} today={today} locale={localeContext.locale} />
      {runs.length > 0 ? (
        <>
          <RunsTable
            runs={runs}
            today={today}
            localeContextOf={(id) => ({ ...localeContext, time_zone: zones.get(id) ?? localeContext.time_zone })}
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
        <EmptyState title={Object.keys(query).length > 0 ? "No runs match these filters" : "No runs yet"}>
          Every run of a schedule is listed here by day and location, with the number of members and any errors.
        </EmptyState>
      )}
    </>
  );
}
