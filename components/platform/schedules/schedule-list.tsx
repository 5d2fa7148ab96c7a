import { formatDateTime, formatExact, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import { type Schedule, scheduleTexts } from "./schedule";
import { ScheduleSettings } from "./schedule-settings";

interface ScheduleListProps {
  organization: string;
  schedules: readonly Schedule[];
  localeContext: Omit<LocaleContext, "time_zone">;
  mayChange: boolean;
}

/** The schedules with their next run at each location. */
export function ScheduleList({ organization, schedules, localeContext, mayChange }: ScheduleListProps) {
  return (
    <ul aria-label="Schedules" className="divide-y divide-line px-gutter">
      {schedules.map((schedule) => {
        const { name, sentence } = scheduleTexts[schedule.schedule];
        return (
          <li key={schedule.schedule} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-4">
            <div className="min-w-60 flex-1">
              <h2 className="font-strong text-ink">{name}</h2>
              <p className="max-w-[68ch] text-ink-2">{sentence}</p>
              <NextTimes schedule={schedule} localeContext={localeContext} />
            </div>
            <ScheduleSettings organization={organization} schedule={schedule} name={name} mayChange={mayChange} />
          </li>
        );
      })}
    </ul>
  );
}

const maxShown = 3;

/** True if the time has passed. The next tick starts the run. */
const isDue = (at: string, { now }: Omit<LocaleContext, "time_zone">) => Date.parse(at) <= Date.parse(now);

function NextTimes({
  schedule: { is_on, next },
  localeContext,
}: {
  schedule: Schedule;
  localeContext: Omit<LocaleContext, "time_zone">;
}) {
  if (!is_on) return <p className="text-ink-3">Switched off.</p>;
  if (next.length === 0) return <p className="text-ink-3">No active locations.</p>;
  return (
    <p className="text-ink-3">
      Next:{" "}
      {next.slice(0, maxShown).map(({ location_id, location_name, at, time_zone }, index) => (
        <span key={location_id}>
          {index > 0 ? "; " : null}
          {next.length > 1 ? `${location_name}, ` : null}
          <time dateTime={at} title={formatExact(at, { ...localeContext, time_zone })} className="text-ink-2">
            {lowercaseRelativeDay(formatDateTime(at, { ...localeContext, time_zone }))}
          </time>
          {isDue(at, localeContext) ? " (starts within minutes)" : null}
        </span>
      ))}
      {next.length > maxShown ? ` and ${next.length - maxShown} more` : null}
    </p>
  );
}
