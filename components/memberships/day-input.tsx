"use client";

import { Input, type InputProps } from "@/components/ui/forms/input";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";

type DayInputProps = Omit<InputProps, "type" | "value" | "onChange" | "max"> & {
  /** Empty while the date is incomplete. */
  value: CalendarDay | "";
  onValueChange: (day: CalendarDay | "") => void;
  today: CalendarDay;
  /** Absent: three years from today. */
  latest?: CalendarDay;
};

/** A date of the next years. The browser would also let years of five digits through, which are no calendar days. */
export function DayInput({ value, onValueChange, today, latest, ...rest }: DayInputProps) {
  return (
    <Input
      {...rest}
      type="date"
      value={value}
      max={latest ?? addDays(today, 3 * 366)}
      onChange={({ target }) => onValueChange(target.value.length === 10 ? target.value : "")}
    />
  );
}
