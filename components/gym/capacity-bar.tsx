import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { type CapacityLevel, capacityLevel, capacityMarks } from "./capacity-level";

const tones: Record<CapacityLevel, string> = { quiet: "ink", busy: "warn", full: "bad" };
const words: Record<CapacityLevel, string> = { quiet: "Quiet", busy: "Busy", full: "Full" };
const colours: Record<CapacityLevel, string> = {
  quiet: "text-ink-3",
  busy: "text-warn-text",
  full: "text-bad-text font-medium",
};

interface CapacityProps {
  /** What is filled: "Docklands". */
  label: string;
  present: number;
  capacity: number;
  size?: "sm" | "md" | "desk";
  /** Shows where busy and full begin. */
  marks?: boolean;
  className?: string;
}

export function CapacityBar({ label, present, capacity, size, marks, className }: CapacityProps) {
  const level = capacityLevel(present, capacity);
  const share = capacity > 0 ? Math.min(100, (present / capacity) * 100) : 0;
  const from = capacityMarks(capacity);
  return (
    <div className={className}>
      {/* biome-ignore lint/a11y/useSemanticElements: browsers draw <meter> each in their own way and colours */}
      <span
        className="ui-bar"
        data-tone={tones[level]}
        data-size={size}
        role="meter"
        aria-label={label}
        aria-valuenow={Math.min(present, capacity)}
        aria-valuemin={0}
        aria-valuemax={capacity}
        aria-valuetext={`${present} of ${capacity}, ${words[level].toLowerCase()}`}
      >
        <i style={{ width: `${share}%` }} />
      </span>
      {marks ? (
        <span className="ui-capacity-marks" aria-hidden="true">
          <i style={{ left: "80%" }} />
          <i style={{ left: "95%" }} data-tone="bad" />
          <span style={{ left: "80%" }}>Busy {from.busy}</span>
          <span style={{ left: "95%" }}>Full {from.full}</span>
        </span>
      ) : null}
    </div>
  );
}

function CapacityWord({ present, capacity }: { present: number; capacity: number }) {
  const level = capacityLevel(present, capacity);
  return <span className={colours[level]}>{words[level]}</span>;
}

interface CapacityRowProps extends Pick<CapacityProps, "label" | "present" | "capacity" | "className"> {
  /** "61 / 70", the first figure a NumberLink. */
  figure: ReactNode;
}

/** One line: name, bar, figure, word. */
export function CapacityRow({ label, present, capacity, figure, className }: CapacityRowProps) {
  return (
    <div className={classNames("flex h-[26px] items-center gap-2 touch:min-h-row", className)}>
      <span className="min-w-0 flex-1 truncate">{label}</span>
      <CapacityBar label={label} present={present} capacity={capacity} className="w-28" />
      <span className="w-[66px] text-right text-ink-3">{figure}</span>
      <span className="w-10 text-right text-12">
        <CapacityWord present={present} capacity={capacity} />
      </span>
    </div>
  );
}
