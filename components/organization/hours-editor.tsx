"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/controls/button";
import { IconButton } from "@/components/ui/controls/icon-button";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { type HoursWindow, type OpeningHours, type Weekday, weekdays } from "@/lib/values/opening-hours";

export const weekdayNames: Record<Weekday, string> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

const defaultWindow: HoursWindow = { opens: "06:00", closes: "22:00" };
const secondWindow: HoursWindow = { opens: "16:00", closes: "22:00" };

/** Hides the clock icon, because up to fourteen of them would be distracting. */
const timeInput = "w-26 [&_::-webkit-calendar-picker-indicator]:hidden";

interface HoursEditorProps {
  legend: string;
  value: OpeningHours;
  onValueChange: (hours: OpeningHours) => void;
  /** The label of a day without hours. */
  closed?: string;
  error?: string;
}

export function HoursEditor({ legend, value, onValueChange, closed = "Closed", error }: HoursEditorProps) {
  const set = (day: Weekday, hours: OpeningHours[Weekday]) => {
    const { [day]: _, ...rest } = value;
    onValueChange(hours === undefined ? rest : { ...rest, [day]: hours });
  };
  const monday = value.mon;
  return (
    <fieldset className="ui-field">
      <legend className="ui-label mb-1.5">{legend}</legend>
      <div className="divide-y divide-line border-line border-y">
        {weekdays.map((day) => (
          <DayRow key={day} day={day} hours={value[day]} closed={closed} onChange={(hours) => set(day, hours)} />
        ))}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button
          size="sm"
          variant="quiet"
          onClick={() => onValueChange(monday ? Object.fromEntries(weekdays.map((day) => [day, monday])) : {})}
        >
          Apply Monday to all days
        </Button>
      </div>
      {error ? <p className="ui-error mt-1.5">{error}</p> : null}
    </fieldset>
  );
}

interface DayRowProps {
  day: Weekday;
  hours: OpeningHours[Weekday];
  closed: string;
  onChange: (hours: OpeningHours[Weekday]) => void;
}

function DayRow({ day, hours, closed, onChange }: DayRowProps) {
  const windows = Array.isArray(hours) ? hours : [];
  const kind = hours === "24h" ? "24h" : windows.length > 0 ? "hours" : "closed";
  const name = weekdayNames[day];
  return (
    <div className="flex flex-wrap items-start gap-x-2 gap-y-2 py-2">
      <span className="w-20 pt-1.5 text-ink">{name}</span>
      <Select
        aria-label={`${name}, open or closed`}
        className="w-27"
        value={kind}
        options={[
          { value: "closed", label: closed },
          { value: "hours", label: "Hours" },
          { value: "24h", label: "24 hours" },
        ]}
        onChange={({ target }) =>
          onChange(target.value === "24h" ? "24h" : target.value === "hours" ? [defaultWindow] : undefined)
        }
      />
      {kind === "hours" ? (
        <div className="flex flex-col gap-2">
          {windows.map((window, index) => (
            <WindowRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a window is identified by its position
              key={index}
              label={windows.length > 1 ? `${name}, part ${index + 1}` : name}
              window={window}
              onChange={(next) => onChange(windows.map((old, at) => (at === index ? next : old)))}
              onRemove={windows.length > 1 ? () => onChange(windows.toSpliced(index, 1)) : undefined}
              onAdd={index === windows.length - 1 && index < 2 ? () => onChange([...windows, secondWindow]) : undefined}
            />
          ))}
        </div>
      ) : null}
    </div>
  );
}

interface WindowRowProps {
  label: string;
  window: HoursWindow;
  onChange: (window: HoursWindow) => void;
  onRemove: (() => void) | undefined;
  onAdd: (() => void) | undefined;
}

function WindowRow({ label, window, onChange, onRemove, onAdd }: WindowRowProps) {
  const endsNextDay = window.closes <= window.opens;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Input
        type="time"
        aria-label={`${label}, opens`}
        className={timeInput}
        value={window.opens}
        onChange={({ target }) => target.value && onChange({ ...window, opens: target.value })}
      />
      <span aria-hidden="true">–</span>
      <Input
        type="time"
        aria-label={`${label}, closes`}
        className={timeInput}
        value={window.closes}
        onChange={({ target }) => target.value && onChange({ ...window, closes: target.value })}
      />
      {endsNextDay ? <span className="text-12 text-ink-3">next day</span> : null}
      {onAdd ? <IconButton label={`Add hours to ${label}`} icon={<Plus aria-hidden="true" />} onClick={onAdd} /> : null}
      {onRemove ? <IconButton label={`Remove ${label}`} icon={<X aria-hidden="true" />} onClick={onRemove} /> : null}
    </span>
  );
}
