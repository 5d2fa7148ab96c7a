import type { ReactNode } from "react";
import {
  formatDayNumber,
  formatDuration,
  formatMonthOfYear,
  formatShortWeekday,
  formatWallTime,
} from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { listOwnCheckIns } from "@/lib/contracts/me/me";

export type OwnVisit = Output<typeof listOwnCheckIns>["data"][number];

/** Visits grouped by month, newest first. */
export function VisitMonths({ visits, locale }: { visits: readonly OwnVisit[]; locale: string }) {
  return byMonth(visits).map(([month, monthVisits]) => (
    <section key={month} aria-labelledby={month} className="mb-3 rounded-dialog border border-line bg-surface px-4">
      <h2 id={month} className="pt-4 pb-1 text-16 font-strong text-ink">
        {formatMonthOfYear(`${month}-01`, locale)}
      </h2>
      <ul className="divide-y divide-line">
        {monthVisits.map((visit) => (
          <VisitLine key={visit.id} visit={visit} locale={locale} />
        ))}
      </ul>
    </section>
  ));
}

function VisitLine({ visit, locale }: { visit: OwnVisit; locale: string }): ReactNode {
  return (
    <li className="flex min-h-row-phone items-center gap-3.5 py-2">
      <time dateTime={visit.visit_on} className="w-11 flex-none text-center text-12 text-ink-3">
        <b className="block text-20 font-strong text-ink">{formatDayNumber(visit.visit_on, locale)}</b>
        {formatShortWeekday(visit.visit_on, locale)}
      </time>
      <div className="min-w-0 flex-1">
        <b className="block font-medium text-ink">{visit.location_name}</b>
        <p className="text-14 text-ink-3">{timesOf(visit, locale)}</p>
      </div>
    </li>
  );
}

/** The duration is unknown after an automatic check-out. */
function timesOf({ check_in_time, check_in_at, check_out_at, check_out_kind }: OwnVisit, locale: string): string {
  const from = formatWallTime(check_in_time, locale);
  if (!check_out_at) return `Since ${from}, still checked in`;
  if (check_out_kind === "automatic") return from;
  return `${from}, for ${formatDuration((Date.parse(check_out_at) - Date.parse(check_in_at)) / 60_000)}`;
}

function byMonth(visits: readonly OwnVisit[]): [string, OwnVisit[]][] {
  const months = new Map<string, OwnVisit[]>();
  for (const visit of visits) {
    const month = visit.visit_on.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), visit]);
  }
  return [...months];
}
