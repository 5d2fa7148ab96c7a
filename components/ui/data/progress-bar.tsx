import { classNames } from "@/components/ui/class-names";

interface ProgressBarProps {
  label: string;
  value: number;
  max: number;
  size?: "sm" | "md";
  className?: string;
}

/** The progress of a job. For occupancy use CapacityBar. */
export function ProgressBar({ label, value, max, size, className }: ProgressBarProps) {
  const share = max > 0 ? Math.min(100, (value / max) * 100) : 0;
  return (
    <span
      className={classNames("ui-bar", className)}
      data-size={size}
      role="progressbar"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      tabIndex={-1}
    >
      <i style={{ width: `${share}%` }} />
    </span>
  );
}
