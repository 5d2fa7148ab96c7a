import { ArrowRight } from "lucide-react";
import { formatShortDate } from "@/lib/client/format-short-date";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { DateContext } from "./plans/wording";

interface MovedDayProps {
  label: string;
  before: CalendarDay | null;
  after: CalendarDay | null;
  /** Shown instead of a day that does not exist. */
  none: string;
  reader: DateContext;
  /** Why it moves. */
  reason?: string | undefined;
}

/** A date and, if an action moves it, the date before. */
export function MovedDay({ label, before, after, none, reader, reason }: MovedDayProps) {
  if (before === null && after === null) return null;
  const day = (date: CalendarDay | null) => (date ? formatShortDate(date, reader.today, reader.locale) : none);
  const moves = before !== after;
  return (
    <div>
      <dt className="text-ink-3">{label}</dt>
      <dd className="flex flex-wrap items-center gap-2 text-16 text-ink">
        {moves ? (
          <>
            <s className="text-ink-3">
              <span className="sr-only">Before: </span>
              {day(before)}
            </s>
            <ArrowRight aria-hidden="true" className="size-4 text-ink-3" />
          </>
        ) : null}
        <b className="font-strong">
          {moves ? <span className="sr-only">Now: </span> : null}
          {day(after)}
        </b>
      </dd>
      {moves && reason ? <dd className="text-12 text-ink-3">{reason}</dd> : null}
    </div>
  );
}
