import { formatShortDate } from "@/lib/client/format-short-date";
import type { Output } from "@/lib/contracts/contract";
import type { getTimeline } from "@/lib/contracts/memberships/membership-life";
import { addDays, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import type { DateContext } from "./plans/wording";
import { TodayMark } from "./today-mark";

type Strip = NonNullable<Output<typeof getTimeline>["strip"]>;

interface TermStripProps {
  strip: Strip;
  /** The last day of access; null without an end. */
  last_on: CalendarDay | null;
  reader: DateContext;
}

const shownAhead = 100;
const later = (a: CalendarDay, b: CalendarDay) => (a > b ? a : b);
const earlier = (a: CalendarDay, b: CalendarDay) => (a < b ? a : b);

/** The periods of a membership with today, its freezes and the next bill. The lists below say the same in words. */
export function TermStrip({ strip, last_on, reader }: TermStripProps) {
  const { today, locale } = reader;
  const [begin] = strip.periods;
  if (!begin) return null;
  const horizon = addDays(later(today, begin.on), shownAhead);
  const end = earlier(last_on ?? horizon, horizon);
  const days = Math.max(1, daysBetween(begin.on, end) + 1);
  const at = (day: CalendarDay) => Math.min(100, Math.max(0, (daysBetween(begin.on, day) / days) * 100));
  const day = (on: CalendarDay) => formatShortDate(on, today, locale);
  const periods = strip.periods.filter(({ on }) => on <= end);
  const next = periods.find(({ is_billed }) => !is_billed);
  const labelled = labels(
    periods.map(({ on }) => on).filter((on) => on !== next?.on),
    at,
    next ? at(next.on) : null,
  );
  return (
    <div className="relative mt-9 mb-8" aria-hidden="true">
      {periods.map(({ on, is_billed }, index) => {
        const until = periods[index + 1]?.on ?? addDays(end, 1);
        return (
          <i
            key={on}
            className={
              is_billed
                ? "absolute top-0 h-5 rounded-badge bg-brand-200"
                : "absolute top-0 h-5 rounded-badge border border-line-strong border-dashed"
            }
            style={{ left: `${at(on)}%`, width: `calc(${at(until) - at(on)}% - 2px)` }}
          />
        );
      })}
      {strip.freezes.map(({ from_on, to_on }) => (
        <span key={from_on}>
          <i
            className="absolute top-0 h-5 bg-[repeating-linear-gradient(135deg,var(--cold-bg)_0_4px,var(--cold-mark)_4px_6px)]"
            style={{ left: `${at(from_on)}%`, width: `${at(addDays(to_on ?? end, 1)) - at(from_on)}%` }}
          />
          {Math.abs(at(from_on) - at(today)) > 14 ? (
            <span
              className="absolute -top-6 whitespace-nowrap text-12 text-cold-text max-sm:hidden"
              style={{ left: `${Math.min(82, at(from_on))}%` }}
            >
              {to_on ? `Frozen ${day(from_on)} – ${day(to_on)}` : `Frozen from ${day(from_on)}`}
            </span>
          ) : null}
        </span>
      ))}
      <div className="h-5" />
      {today >= begin.on && today <= end ? <TodayMark percent={at(today)} /> : null}
      {next ? (
        <>
          <i
            className="absolute top-1.5 size-2.5 rounded-full bg-brand-mark"
            style={{ left: `calc(${at(next.on)}% + 3px)` }}
          />
          <span
            className="absolute top-6 whitespace-nowrap font-medium text-12 text-ink"
            style={at(next.on) > 78 ? { right: 0 } : { left: `${at(next.on)}%` }}
          >
            {`${day(next.on)}, next bill`}
          </span>
        </>
      ) : null}
      {labelled.map((on) => (
        <span
          key={on}
          className="absolute top-6 whitespace-nowrap text-12 text-ink-3 max-sm:hidden"
          style={{ left: `${at(on)}%` }}
        >
          {day(on)}
        </span>
      ))}
      {last_on !== null && last_on <= end && at(last_on) > 88 && !(next && at(next.on) > 66) ? (
        <span className="absolute top-6 right-0 text-12 text-ink-3">{`to ${day(last_on)}`}</span>
      ) : null}
    </div>
  );
}

/** The days that can be written without touching each other, the next bill or the right edge. */
function labels(days: readonly CalendarDay[], at: (day: CalendarDay) => number, next: number | null): CalendarDay[] {
  let last = Number.NEGATIVE_INFINITY;
  return days.filter((on) => {
    const position = at(on);
    const is_free = next === null || position < next - 9 || position > next + 16;
    if (position < last + 10 || position > 86 || !is_free) return false;
    last = position;
    return true;
  });
}
