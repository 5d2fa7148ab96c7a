import { HourBars } from "@/components/charts/hour-bars";
import { visibleHours } from "@/components/charts/visible-hours";
import { NumberLink } from "@/components/ui/controls/number-link";
import { Section } from "@/components/ui/data/section";
import { formatCount, formatHour, formatWeekday } from "@/lib/client/format";
import type { getVisitStatistics } from "@/lib/contracts/access/visit-statistics";
import type { Output } from "@/lib/contracts/contract";
import { counted } from "@/lib/values/counted";

interface VisitsTodayProps {
  day: Output<typeof getVisitStatistics>["last_day"];
  /** The current local hour. */
  hour: number;
  locale: string;
  visitsHref: string;
}

export function VisitsToday({ day, hour, locale, visitsHref }: VisitsTodayProps) {
  const hours = visibleHours(day.by_hour, hour);
  const typicalSoFar = day.by_hour.filter((one) => one.hour < hour).reduce((sum, one) => sum + (one.typical ?? 0), 0);
  const visitsSoFar = day.by_hour.filter((one) => one.hour < hour).reduce((sum, one) => sum + one.visits, 0);
  const difference = Math.round(visitsSoFar - typicalSoFar);
  const weekday = formatWeekday(day.on, locale);
  return (
    <Section title="Visits today" className="px-gutter py-4">
      <HourBars
        label="Visits today"
        names={{ visits: "Today", typical: `Typical ${weekday}`, expected: "Expected" }}
        sentence={
          <>
            <NumberLink
              href={visitsHref}
              label={`${counted(day.visits, "visit")} today`}
              className="mr-1 text-26 font-medium tracking-tight"
            >
              {formatCount(day.visits, locale)}
            </NumberLink>{" "}
            {day.visits === 1 ? "visit" : "visits"} so far
            {day.weeks_compared === 0 ? "" : `, ${compared(difference, weekday, formatHour(hour, locale))}`}
          </>
        }
        hours={hours.map((one) => ({
          label: formatHour(one.hour, locale),
          visits: one.hour <= hour ? one.visits : null,
          typical: one.hour <= hour ? one.typical : null,
          expected: one.hour > hour ? one.typical : null,
          is_now: one.hour === hour,
        }))}
      />
    </Section>
  );
}

function compared(difference: number, weekday: string, by: string): string {
  if (difference === 0) return `same as a typical ${weekday} by ${by}`;
  return `${Math.abs(difference)} ${difference > 0 ? "more" : "fewer"} than a typical ${weekday} by ${by}`;
}
