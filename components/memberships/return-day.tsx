"use client";

import { Segmented } from "@/components/ui/controls/segmented";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";

interface ReturnDayProps {
  /** The last frozen day. */
  to_on: CalendarDay;
  today: CalendarDay;
  onChange: (to_on: CalendarDay) => void;
}

/** Sets the last frozen day for a return today or tomorrow. */
export function ReturnDay({ to_on, today, onChange }: ReturnDayProps) {
  const for_today = addDays(today, -1);
  return (
    <div className="flex flex-col gap-2">
      <span className="ui-label" aria-hidden="true">
        First day back
      </span>
      <Segmented
        label="First day back"
        className="self-start"
        value={to_on === for_today ? "today" : to_on === today ? "tomorrow" : "other"}
        onValueChange={(value) => {
          if (value === "other") onChange(addDays(today, 6));
          else onChange(value === "today" ? for_today : today);
        }}
        options={[
          { value: "today", label: "Today" },
          { value: "tomorrow", label: "Tomorrow" },
          { value: "other", label: "Other day" },
        ]}
      />
    </div>
  );
}
