import { HourBars } from "@/components/charts/hour-bars";
import { visibleHours } from "@/components/charts/visible-hours";
import { Section } from "@/components/ui/data/section";
import {
  formatCount,
  formatDay,
  formatHour,
  formatWeekday,
  type LocaleContext,
  lowercaseRelativeDay,
} from "@/lib/client/format";
import type { getVisitStatistics } from "@/lib/contracts/access/visit-statistics";
import type { Output } from "@/lib/contracts/contract";

interface VisitHoursProps {
  statistics: Output<typeof getVisitStatistics>;
  localeContext: LocaleContext;
  /** The current local hour, if the range ends today. */
  hour: number | undefined;
}

const height = 120;

export function VisitHours({ statistics, localeContext, hour }: VisitHoursProps) {
  const { from_on, to_on, visits, by_hour, last_day } = statistics;
  const is_one_day = from_on === to_on;
  const hours = is_one_day ? last_day.by_hour : by_hour.map((one) => ({ ...one, typical: null }));
  const is_over = (one: number) => hour === undefined || one <= hour;
  const busiest = by_hour.reduce((most, one) => (one.visits > most.visits ? one : most), { hour: 0, visits: 0 });
  const days = is_one_day
    ? lowercaseRelativeDay(formatDay(to_on, localeContext))
    : `from ${lowercaseRelativeDay(formatDay(from_on, localeContext))} to ${lowercaseRelativeDay(formatDay(to_on, localeContext))}`;
  return (
    <Section title="Visits by hour" className="border-line border-b px-gutter py-3">
      <HourBars
        label="Visits by hour"
        height={height}
        names={{
          visits: "Visits",
          typical: `Typical ${formatWeekday(to_on, localeContext.locale)}`,
          expected: "Expected",
        }}
        sentence={
          <>
            <b className="font-medium text-ink">{formatCount(visits, localeContext.locale)}</b>{" "}
            {visits === 1 ? "visit" : "visits"} {days}
            {busiest.visits > 0 ? `, busiest at ${formatHour(busiest.hour, localeContext.locale)}` : ""}
          </>
        }
        hours={visibleHours(hours, hour).map((one) => ({
          label: formatHour(one.hour, localeContext.locale),
          visits: !is_one_day || is_over(one.hour) ? one.visits : null,
          typical: is_over(one.hour) ? one.typical : null,
          expected: is_one_day && !is_over(one.hour) ? one.typical : null,
          is_now: is_one_day && one.hour === hour,
        }))}
      />
    </Section>
  );
}
