import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { ForecastSentence } from "@/components/memberships/forecast/forecast-sentence";
import { MonthRail } from "@/components/memberships/forecast/month-rail";
import { MonthsTable } from "@/components/memberships/forecast/months-table";
import { forecastHref, readForecastQuery } from "@/components/memberships/forecast/query";
import { longMonth } from "@/components/memberships/forecast/words";
import { SegmentedLinks } from "@/components/ui/controls/segmented-links";
import { EmptyState } from "@/components/ui/data/empty-state";
import { PageHeader } from "@/components/ui/data/page-header";
import { formatTime } from "@/lib/client/format";
import { getForecast, listForecastLines } from "@/lib/domain/memberships/forecast";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Forecast" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The lines that the month shows before its list. */
const firstLines = 5;

export default async function ForecastPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization } = caller;
  if (!organization || !mayUse(caller, getForecast.contract)) notFound();
  const { locale } = organization;
  const query = readForecastQuery(await searchParams);
  const { location_id, by = "plan" } = query;
  const place = location_id ? { location_id } : {};
  const [forecast, { data: locations }] = await Promise.all([
    orNotFound(getForecast(caller, { months: 12, ...place })),
    listLocations(caller, {}),
  ]);
  const base = `/manage/${org}/forecast`;
  const time_zone = locations.find(({ id }) => id === location_id)?.time_zone ?? locations[0]?.time_zone ?? "UTC";
  const period = `${longMonth(forecast.first_month, locale)} to ${longMonth(forecast.last_month, locale)}`;
  const meta = (
    <span className="text-ink-3">
      {period}, made today at {formatTime(forecast.made_at, { locale, time_zone })}
    </span>
  );
  const places = locations.length > 1 && (
    <SegmentedLinks
      label="Location"
      size="sm"
      current={forecastHref(base, { ...query, location_id })}
      items={[{ id: undefined, name: "All locations" }, ...locations].map(({ id, name }) => ({
        label: name,
        href: forecastHref(base, { ...query, location_id: id }),
      }))}
    />
  );
  const sums = forecast.currencies.find(({ currency }) => currency === query.currency) ?? forecast.currencies[0];
  if (!sums) {
    return (
      <>
        <PageHeader title="Forecast" meta={meta} actions={places || null} />
        <EmptyState title="Nothing will be billed">
          <p>The forecast counts the memberships there are today. Sell the first recurring membership.</p>
        </EmptyState>
      </>
    );
  }
  const { currency, months } = sums;
  const asked = months.findIndex(({ month }) => month === query.month);
  // Late in a month nothing is left to bill in it: the first month with a bill says more.
  const first = months.findIndex(({ billed_minor }) => billed_minor !== 0);
  const index = asked >= 0 ? asked : Math.max(0, first);
  const month = months[index] as (typeof months)[number];
  const { data: first_lines } = await listForecastLines(caller, {
    ...{ month: month.month, currency, limit: firstLines, ...place },
  });
  const monthHref = (chosen: string) => forecastHref(base, { ...query, month: chosen });
  const hrefAt = (at: number) => (months[at] ? monthHref(months[at].month) : null);
  const linesHref = (filters: Parameters<typeof forecastHref>[1]) =>
    forecastHref(`${base}/lines`, { location_id, currency, ...filters });
  return (
    <>
      <PageHeader title="Forecast" meta={meta} actions={places || null} />
      <div className="flex min-h-0 flex-1 flex-col overflow-auto xl:grid xl:grid-cols-[minmax(0,1fr)_25.5rem] xl:overflow-hidden">
        <div className="min-w-0 xl:overflow-auto">
          {forecast.currencies.length > 1 ? (
            <SegmentedLinks
              label="Currency"
              className="mx-gutter mt-3"
              current={forecastHref(base, { ...query, currency })}
              items={forecast.currencies.map((one) => ({
                label: one.currency,
                href: forecastHref(base, { ...query, currency: one.currency }),
              }))}
            />
          ) : null}
          <ForecastSentence forecast={sums} chosen={month.month} locale={locale} monthHref={monthHref} />
          <MonthsTable
            forecast={sums}
            chosen={month.month}
            locale={locale}
            monthHref={monthHref}
            linesHref={linesHref}
          />
        </div>
        <aside
          aria-label={longMonth(month.month, locale)}
          className="border-line border-t xl:overflow-auto xl:border-t-0 xl:border-l"
        >
          <MonthRail
            month={month}
            currency={currency}
            locale={locale}
            by={by}
            first_lines={first_lines}
            beforeHref={hrefAt(index - 1)}
            afterHref={hrefAt(index + 1)}
            byHref={(chosen) => forecastHref(base, { ...query, by: chosen })}
            linesHref={linesHref}
            memberHref={(id) => `/manage/${org}/members/${id}`}
          />
        </aside>
      </div>
    </>
  );
}
