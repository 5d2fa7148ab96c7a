import type { ReactNode } from "react";
import type { OwnProfile } from "@/components/access/passes/pass-facts";
import { NumberLink } from "@/components/ui/controls/number-link";
import { formatCount, formatMonth } from "@/lib/client/format";
import { daysBetween } from "@/lib/values/calendar-day";
import { lastDay } from "@/lib/values/membership-rules/term";

interface OwnFiguresProps {
  profile: OwnProfile;
  locale: string;
  visitsHref: string;
}

/** The visits of the month, and the days until the end or the next bill. */
export function OwnFigures({ profile, locale, visitsHref }: OwnFiguresProps) {
  const { visits_this_month, today_on } = profile;
  const visits = `${visits_this_month === 1 ? "visit" : "visits"} in ${formatMonth(today_on, locale)}`;
  const ahead = daysAhead(profile);
  return (
    <dl className="mb-3 grid auto-cols-fr grid-flow-col divide-x divide-line rounded-dialog border border-line bg-surface py-4">
      <Figure
        value={
          <NumberLink href={visitsHref} label={`${visits_this_month} ${visits}`}>
            {formatCount(visits_this_month, locale)}
          </NumberLink>
        }
        label={visits}
      />
      {ahead ? <Figure value={formatCount(ahead.days, locale)} label={ahead.label} /> : null}
    </dl>
  );
}

function Figure({ value, label }: { value: ReactNode; label: string }) {
  return (
    <div className="flex flex-col px-4">
      <dt className="order-last text-14 text-ink-3">{label}</dt>
      <dd className="text-26 font-medium text-ink">{value}</dd>
    </div>
  );
}

/** Days until the last day of all current memberships, or until the next bill if one has no end. */
function daysAhead({ memberships, today_on }: OwnProfile): { days: number; label: string } | null {
  const current = memberships.filter(
    ({ status }) => status === "active" || status === "frozen" || status === "pending",
  );
  const ends = current.map(lastDay);
  const latest = ends.includes(null) ? null : largest(ends);
  if (latest) {
    const days = daysBetween(today_on, latest) + 1;
    return { days, label: `${days === 1 ? "day" : "days"} left, including today` };
  }
  const bill = smallest(
    current.map(({ next_bill_on }) => next_bill_on).filter((day) => day !== null && day >= today_on),
  );
  if (!bill) return null;
  const days = daysBetween(today_on, bill);
  return { days, label: `${days === 1 ? "day" : "days"} until the next bill` };
}

const largest = (days: (string | null)[]): string | null =>
  days.reduce((a, b) => ((b ?? "") > (a ?? "") ? b : a), null);
const smallest = (days: (string | null)[]): string | null =>
  days.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null);
