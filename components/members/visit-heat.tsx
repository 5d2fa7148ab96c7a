import { formatMonth } from "@/lib/client/format";
import { weekdayName } from "@/lib/client/format-short-date";
import { addDays, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import { counted } from "@/lib/values/counted";
import { type Freeze, freezeOn } from "@/lib/values/membership-rules/freeze";

export const heatWeeks = 26;
const step = 15;
const size = 12;
const left = 34;
const top = 18;

interface VisitHeatProps {
  /** Days with a visit, and whether the first of the day was before noon. */
  visits: ReadonlyMap<CalendarDay, "morning" | "afternoon">;
  frozen: readonly Freeze[];
  today: CalendarDay;
  week_starts_on: number;
  locale: string;
}

/** A heat map of half a year: one column per week, one row per weekday. */
export function VisitHeat({ visits, frozen, today, week_starts_on, locale }: VisitHeatProps) {
  const first = heatStart(today, week_starts_on);
  const days = Array.from({ length: daysBetween(first, today) + 1 }, (_, index) => addDays(first, index));
  const is_frozen = (day: CalendarDay) => freezeOn({ freezes: frozen }, day) !== null;
  const width = left + heatWeeks * step;
  const months = days.filter((day, index) => index % 7 === 0 && Number(day.slice(8)) <= 7);
  return (
    <svg
      viewBox={`0 0 ${width} ${top + 7 * step}`}
      width={width}
      height={top + 7 * step}
      className="max-w-full"
      role="img"
      aria-label={`${counted(visits.size, "day")} with a visit in the last ${heatWeeks} weeks`}
    >
      <defs>
        <pattern id="frozen" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="fill-cold-bg" />
          <rect width="2" height="6" className="fill-cold-mark" />
        </pattern>
      </defs>
      {months.map((day) => (
        <text key={day} x={left + Math.floor(daysBetween(first, day) / 7) * step} y={11} className="fill-ink-3 text-11">
          {formatMonth(day, locale).slice(0, 3)}
        </text>
      ))}
      {[0, 2, 4, 6].map((row) => (
        <text key={row} x={0} y={top + row * step + 10} className="fill-ink-3 text-11">
          {weekdayName(addDays(first, row), locale).slice(0, 3)}
        </text>
      ))}
      {days.map((day, index) => {
        const when = visits.get(day);
        const colour =
          when === "morning" ? "fill-brand-300" : when === "afternoon" ? "fill-brand-mark" : "fill-surface-3";
        return (
          <rect
            key={day}
            x={left + Math.floor(index / 7) * step}
            y={top + (index % 7) * step}
            width={size}
            height={size}
            rx={2.5}
            className={day === today ? `${colour} stroke-ink` : colour}
            strokeWidth={day === today ? 1.5 : 0}
            {...(!when && is_frozen(day) && { fill: "url(#frozen)", className: "" })}
          />
        );
      })}
    </svg>
  );
}

/** The first day of the leftmost week. */
export function heatStart(today: CalendarDay, week_starts_on: number): CalendarDay {
  const weekday = ((daysBetween("2024-01-01", today) % 7) + 7) % 7; // 2024 began on a Monday
  const into_week = (weekday - (week_starts_on - 1) + 7) % 7;
  return addDays(today, -into_week - (heatWeeks - 1) * 7);
}
