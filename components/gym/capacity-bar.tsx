import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { levelOf, type OccupancyLevel, type OccupancyMarks } from "@/lib/values/occupancy";

const tones: Record<OccupancyLevel, string> = { quiet: "ink", busy: "warn", full: "bad" };
const levelLabels: Record<OccupancyLevel, string> = { quiet: "Quiet", busy: "Busy", full: "Full" };
const colours: Record<OccupancyLevel, string> = {
  quiet: "text-ink-3",
  busy: "text-warn-text",
  full: "text-bad-text font-medium",
};

interface CapacityProps {
  /** The accessible name, such as the location's name. */
  label: string;
  present: number;
  capacity: number;
  /** The percentages from which a location counts as busy and full. */
  marks: OccupancyMarks;
  size?: "sm" | "md" | "desk";
  /** Shows the thresholds for busy and full. */
  showMarks?: boolean;
  className?: string;
}

export function CapacityBar({ label, present, capacity, marks, size, showMarks, className }: CapacityProps) {
  const level = levelOf({ inside: present, capacity: capacity || null }, marks);
  const { busy_percent, full_percent } = marks;
  const share = capacity > 0 ? Math.min(100, (present / capacity) * 100) : 0;
  return (
    <div className={className}>
      {/* biome-ignore lint/a11y/useSemanticElements: <meter> looks different in every browser */}
      <span
        className="ui-bar"
        data-tone={tones[level]}
        data-size={size}
        role="meter"
        aria-label={label}
        aria-valuenow={Math.min(present, capacity)}
        aria-valuemin={0}
        aria-valuemax={capacity}
        aria-valuetext={`${present} of ${capacity}, ${levelLabels[level].toLowerCase()}`}
      >
        <i style={{ width: `${share}%` }} />
      </span>
      {showMarks ? (
        <span className="ui-capacity-marks" aria-hidden="true">
          <i style={{ left: `${busy_percent}%` }} />
          <i style={{ left: `${full_percent}%` }} data-tone="bad" />
          <span style={{ left: `${busy_percent}%` }}>Busy {peopleAt(busy_percent, capacity)}</span>
          <span style={{ left: `${full_percent}%` }}>Full {peopleAt(full_percent, capacity)}</span>
        </span>
      ) : null}
    </div>
  );
}

/** The number of people at which the level changes. */
const peopleAt = (percent: number, capacity: number): number => Math.ceil((capacity * percent) / 100);

function CapacityLabel({ present, capacity, marks }: Pick<CapacityProps, "present" | "capacity" | "marks">) {
  const level = levelOf({ inside: present, capacity: capacity || null }, marks);
  return <span className={colours[level]}>{levelLabels[level]}</span>;
}

interface CapacityRowProps extends Pick<CapacityProps, "label" | "present" | "capacity" | "marks" | "className"> {
  /** Such as "61 / 70", where the first number is a NumberLink. */
  figure: ReactNode;
}

/** A row with name, bar, figure and level. */
export function CapacityRow({ label, present, capacity, marks, figure, className }: CapacityRowProps) {
  return (
    <div className={classNames("flex h-[26px] items-center gap-2 touch:min-h-row", className)}>
      <span className="min-w-0 flex-1 truncate">{label}</span>
      <CapacityBar label={label} present={present} capacity={capacity} marks={marks} className="w-28" />
      <span className="w-[66px] text-right text-ink-3">{figure}</span>
      <span className="w-10 text-right text-12">
        <CapacityLabel present={present} capacity={capacity} marks={marks} />
      </span>
    </div>
  );
}
