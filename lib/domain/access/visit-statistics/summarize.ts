import { Temporal } from "temporal-polyfill";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import type { Group, SameWeekday } from "./read";

type Span = { from_on: CalendarDay; to_on: CalendarDay; days: number };

const everyHour = Array.from({ length: 24 }, (_, hour) => hour);
const everyWeekday = [1, 2, 3, 4, 5, 6, 7];
const peaks = 3;

export function summarize(groups: readonly Group[], { from_on, to_on, days }: Span) {
  const of = (match: Partial<Record<"visit_on" | "local_hour" | "weekday" | "method", "set">>) =>
    groups.filter((group) =>
      (["visit_on", "local_hour", "weekday", "method"] as const).every(
        (name) => (group[name] !== null) === (match[name] === "set"),
      ),
    );
  const by_day = new Map(of({ visit_on: "set" }).map(({ visit_on, visits }) => [visit_on, visits]));
  const by_hour = new Map(of({ local_hour: "set" }).map(({ local_hour, visits }) => [local_hour, visits]));
  const by_weekday = new Map(of({ weekday: "set" }).map(({ weekday, visits }) => [weekday, visits]));
  const visits = [...by_day.values()].reduce((sum, count) => sum + count, 0);
  const times = weekdayCounts(from_on, days);
  return {
    from_on,
    to_on,
    visits,
    visits_per_day: oneDecimal(visits / days),
    by_hour: everyHour.map((hour) => ({ hour, visits: by_hour.get(hour) ?? 0 })),
    by_day: Array.from({ length: days }, (_, index) => {
      const on = addDays(from_on, index);
      return { on, visits: by_day.get(on) ?? 0 };
    }),
    by_weekday: everyWeekday.map((weekday) => {
      const count = by_weekday.get(weekday) ?? 0;
      return { weekday, visits: count, mean: oneDecimal(count / Math.max(1, times.get(weekday) ?? 0)) };
    }),
    by_method: of({ method: "set" }).flatMap(({ method, visits: count }) =>
      method ? [{ method, visits: count }] : [],
    ),
    peak_hours: of({ weekday: "set", local_hour: "set" })
      .map(({ weekday, local_hour, visits: count }) => ({
        weekday: weekday ?? 1,
        hour: local_hour ?? 0,
        mean: oneDecimal(count / Math.max(1, times.get(weekday ?? 1) ?? 0)),
      }))
      .sort((a, b) => b.mean - a.mean || a.weekday - b.weekday || a.hour - b.hour)
      .slice(0, peaks),
  };
}

/** How often each weekday occurs in the range. */
function weekdayCounts(from_on: CalendarDay, days: number): Map<number, number> {
  const first = Temporal.PlainDate.from(from_on).dayOfWeek;
  return new Map(everyWeekday.map((weekday) => [weekday, Math.ceil((days - ((weekday - first + 7) % 7)) / 7)]));
}

/** Compares with earlier weeks that have visits; needs at least two of them. */
export function averagesOfWeekday(rows: readonly SameWeekday[], on: CalendarDay, weeks: number) {
  const earlier = rows.filter(({ visit_on }) => visit_on !== on);
  const compared = new Set(earlier.map(({ visit_on }) => visit_on)).size;
  const sum = (found: readonly SameWeekday[]) => found.reduce((total, { visits }) => total + visits, 0);
  const mean = (found: readonly SameWeekday[]) => (compared > 1 ? oneDecimal(sum(found) / compared) : null);
  const today = rows.filter(({ visit_on }) => visit_on === on);
  return {
    on,
    visits: sum(today),
    typical: mean(earlier),
    weeks_compared: Math.min(compared, weeks),
    by_hour: everyHour.map((hour) => ({
      hour,
      visits: sum(today.filter(({ local_hour }) => local_hour === hour)),
      typical: mean(earlier.filter(({ local_hour }) => local_hour === hour)),
    })),
  };
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;
