import { classNames } from "@/components/ui/class-names";
import { counted } from "@/lib/values/counted";

const bar = 7;
const step = 9;
const height = 16;

interface WeekBarsProps {
  /** Visits per week, oldest first. */
  values: readonly number[];
  label?: string;
  /** The number of visits that fills the height. Equal for all rows of a list, so that members can be compared. */
  full?: number;
  className?: string;
}

export function WeekBars({ values, label, full = 5, className }: WeekBarsProps) {
  const width = values.length * step - (step - bar);
  return (
    <svg
      className={classNames("ui-week-bars", className)}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label ?? `Visits in the last ${counted(values.length, "week")}: ${values.join(", ")}`}
    >
      {values.map((value, index) => {
        const tall = value > 0 ? Math.max(3, Math.min(1, value / full) * height) : 1;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a week is identified by its position
            key={index}
            className={value > 0 ? "mark" : "none"}
            x={index * step}
            y={height - tall}
            width={bar}
            height={tall}
            rx={value > 0 ? 1.5 : 0}
          />
        );
      })}
    </svg>
  );
}
