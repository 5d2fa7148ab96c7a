import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { LinesFilters } from "@/components/memberships/forecast/lines-filters";
import { LinesTable } from "@/components/memberships/forecast/lines-table";
import { type ForecastQuery, forecastHref, readForecastQuery } from "@/components/memberships/forecast/query";
import { longMonth } from "@/components/memberships/forecast/words";
import { Pagination } from "@/components/ui/controls/pagination";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { EmptyState } from "@/components/ui/data/empty-state";
import { PageHeader } from "@/components/ui/data/page-header";
import { formatCount, todayAt } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { listForecastLines } from "@/lib/domain/memberships/forecast";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Lines of the forecast" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSize = 50;

export default async function ForecastLinesPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization } = caller;
  if (!organization || !mayUse(caller, listForecastLines.contract)) notFound();
  const { locale } = organization;
  const query = readForecastQuery(await searchParams);
  const { data: locations } = await listLocations(caller, {});
  const now = caller.clock.now().toString();
  const today = todayAt({ locale, ...zoneOf(locations), now });
  const { by: _, month = today.slice(0, 7), ...filters } = query;
  const { data: lines, next_cursor } = await orNotFound(
    listForecastLines(caller, { month, limit: pageSize, ...withoutEmpty(filters) }),
  );
  const overview = `/manage/${org}/forecast`;
  const base = `${overview}/lines`;
  const address = (change: ForecastQuery) => forecastHref(base, { ...query, month, cursor: undefined, ...change });
  const title = longMonth(month, locale);
  const overviewHref = forecastHref(overview, { month, location_id: query.location_id, currency: query.currency });
  return (
    <>
      <PageHeader
        title={`Lines of ${title}`}
        breadcrumb={<Breadcrumb items={[{ label: "Forecast", href: overviewHref }, { label: title }]} />}
      />
      <LinesFilters query={query} address={address} locations={locations} locale={locale} />
      {lines.length > 0 ? (
        <>
          <LinesTable
            lines={lines}
            locale={locale}
            sort={query.sort ?? "day"}
            sortHref={(sort) => address({ sort })}
            memberHref={(id) => `/manage/${org}/members/${id}`}
          />
          <Pagination
            className="px-gutter"
            summary={`${formatCount(lines.length, locale)} ${lines.length === 1 ? "line" : "lines"}, by ${query.sort ?? "day"}`}
            pageSize={pageSize}
            nextHref={next_cursor ? address({ cursor: next_cursor }) : null}
            firstHref={query.cursor ? address({}) : null}
          />
        </>
      ) : (
        <EmptyState title="No lines">
          <p>Nothing will be billed that has these filters. Remove one of them, or choose another month.</p>
        </EmptyState>
      )}
    </>
  );
}

/** A filter that is not set must be absent. */
const withoutEmpty = <T extends Record<string, unknown>>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>;
  };
