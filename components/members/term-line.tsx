import { TodayMark } from "@/components/memberships/today-mark";
import { type LocaleContext, todayAt } from "@/lib/client/format";
import { formatShortDate } from "@/lib/client/format-short-date";
import { addDays, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import { lastDay } from "@/lib/values/membership-rules/term";
import { periodStart } from "@/lib/values/membership-term";
import type { Membership } from "./member";

const maxDaysBefore = 190;
const maxDaysAfter = 100;

/** The term of a membership as a bar with today, the billing periods and the freeze. */
export function TermLine({ membership, localeContext }: { membership: Membership; localeContext: LocaleContext }) {
  const today = todayAt(localeContext);
  const { starts_on, freeze, next_bill_on } = membership;
  const last_on = lastDay(membership);
  const from = later(starts_on, addDays(today, -maxDaysBefore));
  const to = earlier(last_on ?? addDays(today, maxDaysAfter), addDays(later(today, starts_on), maxDaysAfter));
  const days = Math.max(1, daysBetween(from, to) + 1);
  const at = (day: CalendarDay) => Math.min(100, Math.max(0, (daysBetween(from, day) / days) * 100));
  const marks = periodMarks(membership, from, to);
  const dayText = (day: CalendarDay) => formatShortDate(day, today, localeContext.locale);
  return (
    <div className="relative mt-8 mb-7" aria-hidden="true">
      <div className="relative h-5 overflow-hidden rounded-badge border border-line-strong border-dashed">
        <i
          className="absolute inset-y-0 left-0 bg-brand-200"
          style={{ width: `${at(addDays(earlier(today, to), 1))}%` }}
        />
        {freeze ? (
          <i
            className="absolute inset-y-0 bg-[repeating-linear-gradient(135deg,var(--cold-bg)_0_4px,var(--cold-mark)_4px_6px)]"
            style={{ left: `${at(freeze.from_on)}%`, right: `${100 - at(addDays(freeze.to_on ?? to, 1))}%` }}
          />
        ) : null}
        {marks.map((day) => (
          <i key={day} className="absolute inset-y-0 w-0.5 bg-surface" style={{ left: `${at(day)}%` }} />
        ))}
      </div>
      {today >= from && today <= to ? <TodayMark percent={at(today)} /> : null}
      <span className="absolute top-6 left-0 text-12 text-ink-3">{dayText(from)}</span>
      {next_bill_on && next_bill_on <= to && at(next_bill_on) > 12 && at(next_bill_on) < 80 ? (
        <span
          className="absolute top-6 whitespace-nowrap font-medium text-12 text-ink max-sm:hidden"
          style={{ left: `${at(next_bill_on)}%` }}
        >
          {dayText(next_bill_on)}, next bill
        </span>
      ) : null}
      <span className="absolute top-6 right-0 text-12 text-ink-3">{last_on ? dayText(to) : "no end date"}</span>
    </div>
  );
}

function periodMarks(membership: Membership, from: CalendarDay, to: CalendarDay): CalendarDay[] {
  if (membership.kind !== "recurring") return [];
  const days: CalendarDay[] = [];
  const anchor = Number(membership.starts_on.slice(8));
  for (let n = 1; days.length < 60 && n < 2_000; n++) {
    const day = periodStart(membership.starts_on, anchor, membership, n);
    if (day > to) break;
    if (day > from) days.push(day);
  }
  return days;
}

const later = (a: CalendarDay, b: CalendarDay) => (a > b ? a : b);
const earlier = (a: CalendarDay, b: CalendarDay) => (a < b ? a : b);
