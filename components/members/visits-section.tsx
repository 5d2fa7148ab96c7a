import { NumberLink } from "@/components/ui/controls/number-link";
import { TextLink } from "@/components/ui/controls/text-link";
import { Section } from "@/components/ui/data/section";
import { formatDay, formatDuration, formatWallTime, type LocaleContext, todayAt } from "@/lib/client/format";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Visit } from "./member";
import { heatWeeks, VisitHeat } from "./visit-heat";

interface VisitsSectionProps {
  visits: readonly Visit[];
  frozen: readonly { from_on: CalendarDay; to_on: CalendarDay | null }[];
  localeContext: LocaleContext;
  week_starts_on: number;
  visitsHref: string;
}

const recent = 5;

export function VisitsSection({ visits, frozen, localeContext, week_starts_on, visitsHref }: VisitsSectionProps) {
  if (visits.length === 0) {
    return (
      <Section title="Visits">
        <p className="text-ink-3">No visits in the last {heatWeeks} weeks.</p>
      </Section>
    );
  }
  const days = new Map<CalendarDay, "morning" | "afternoon">();
  for (const { visit_on, check_in_time } of visits) {
    const part = Number(check_in_time.slice(11, 13)) < 12 ? "morning" : "afternoon";
    if (days.get(visit_on) !== "morning") days.set(visit_on, part);
  }
  const a_week = (visits.length / heatWeeks).toLocaleString(localeContext.locale, { maximumFractionDigits: 1 });
  return (
    <Section
      title="Visits"
      meta={
        <span className="text-ink-3">
          <NumberLink href={visitsHref}>{a_week}</NumberLink> visits per week in the last 6 months
        </span>
      }
      action={
        <span className="max-md:hidden">
          <Legend />
        </span>
      }
    >
      <div className="mt-2 flex flex-wrap gap-x-8 gap-y-4">
        <VisitHeat
          visits={days}
          frozen={frozen}
          today={todayAt(localeContext)}
          week_starts_on={week_starts_on}
          locale={localeContext.locale}
        />
        <span className="md:hidden">
          <Legend />
        </span>
        <ul className="min-w-60 flex-1">
          {visits.slice(0, recent).map((visit) => (
            <li key={visit.id} className="grid h-6 grid-cols-[7rem_1fr_auto] items-center">
              <span className="font-medium text-ink">{formatDay(visit.visit_on, localeContext)}</span>
              <span>{formatWallTime(visit.check_in_time, localeContext.locale)}</span>
              <span className="text-ink-3">{stayText(visit)}</span>
            </li>
          ))}
          <li className="pt-2">
            <TextLink href={visitsHref}>View all visits</TextLink>
          </li>
        </ul>
      </div>
    </Section>
  );
}

export function stayText({ check_in_at, check_out_at }: Visit): string {
  if (!check_out_at) return "still checked in";
  return formatDuration((Date.parse(check_out_at) - Date.parse(check_in_at)) / 60_000);
}

const Legend = () => (
  <span className="flex gap-4 text-12 text-ink-3">
    <span className="flex items-center gap-1.5">
      <i className="size-2.5 rounded-[2px] bg-brand-300" /> Before noon
    </span>
    <span className="flex items-center gap-1.5">
      <i className="size-2.5 rounded-[2px] bg-brand-mark" /> After noon
    </span>
  </span>
);
