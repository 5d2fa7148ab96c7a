import { type LocaleContext, todayAt } from "@/lib/client/format";
import { formatShortDate } from "@/lib/client/format-short-date";
import { dayAt } from "@/lib/values/calendar-day";
import { counted } from "@/lib/values/counted";
import type { DunningCase } from "./case";

const step = 37;
const first = 14;

type Placed = Station & { x: number };
type Station = { kind: "refused" | "next" | "stopped" | "door" | "waiting"; day: string | null };

/** Tries by day on fixed places, so that rows compare at a glance. Door and write-off follow the tries. */
export function Stations({ row, context }: { row: DunningCase; context: LocaleContext }) {
  const today = todayAt(context);
  const stations = stationsOf(row, today);
  const width = first * 2 + step * (stations.length - 1);
  const failed = Math.min(row.tries, row.tries_in_schedule);
  return (
    <svg
      width={width}
      height={38}
      viewBox={`0 0 ${width} 38`}
      role="img"
      aria-label={`${failed} of ${counted(row.tries_in_schedule, "try", "tries")} failed`}
      className="max-w-full overflow-visible"
    >
      <path d={`M${first} 11H${width - first}`} stroke="var(--line-strong)" strokeDasharray="2 3" />
      {failed > 1 ? (
        <path d={`M${first} 11H${first + step * (failed - 1)}`} stroke="var(--bad-mark)" strokeWidth="1.5" />
      ) : null}
      {stations.map(({ kind, day, x }) => (
        <g key={x} transform={`translate(${x} 11)`}>
          <Sign kind={kind} />
          {day ? (
            <text y={22} textAnchor="middle" fontSize="11" fill={kind === "next" ? "var(--ink)" : "var(--ink-3)"}>
              {formatShortDate(day, today, context.locale)}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
}

export function Sign({ kind }: { kind: Station["kind"] }) {
  switch (kind) {
    case "refused":
      return (
        <>
          <circle r="6" fill="var(--bad-mark)" />
          <path d="M-2.2-2.2l4.4 4.4M2.2-2.2l-4.4 4.4" stroke="var(--surface)" strokeWidth="1.5" />
        </>
      );
    case "next":
      return (
        <>
          <circle r="5.25" fill="var(--surface)" stroke="var(--brand-mark)" strokeWidth="1.5" />
          <circle r="2" fill="var(--brand-mark)" />
        </>
      );
    case "stopped":
      return <rect x="-4" y="-4" width="8" height="8" rx="1.5" fill="var(--ink)" />;
    case "door":
      return (
        <>
          <rect x="-6" y="-6" width="12" height="12" rx="3" fill="var(--ink)" />
          <path d="M-3 0h6" stroke="var(--surface)" strokeWidth="1.5" />
        </>
      );
    case "waiting":
      return <circle r="2.5" fill="var(--surface)" stroke="var(--line-strong)" />;
  }
}

function stationsOf(row: DunningCase, today: string): Placed[] {
  const { schedule_days, tries, status, next_try_at, stop_reason, first_failed_on } = row;
  const is_stopped = status === "stopped" && stop_reason !== "no_tries_left";
  const tried = schedule_days.map((_, index): Station => {
    const day = index === 0 ? first_failed_on : null;
    if (is_stopped && index === tries - 1) return { kind: "stopped", day };
    if (index < tries) return { kind: "refused", day };
    if (index === tries && status === "open" && next_try_at)
      return { kind: "next", day: dayAt(next_try_at, row.time_zone) };
    return { kind: "waiting", day };
  });
  const { entry_refused_from: refused, written_off_on: written_off } = row;
  const door: Station[] = refused ? [{ kind: refused <= today ? "door" : "waiting", day: refused }] : [];
  const end: Station[] = written_off ? [{ kind: "waiting", day: written_off }] : [];
  return [...tried, ...door, ...end].map((one, index) => ({ ...one, x: first + step * index }));
}
