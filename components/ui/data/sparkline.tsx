import { classNames } from "@/components/ui/class-names";

interface SparklineProps {
  values: readonly number[];
  /** The accessible name, such as "Revenue in March, rising". */
  label: string;
  width?: number;
  height?: number;
  className?: string;
}

export function Sparkline({ values, label, width = 84, height = 24, className }: SparklineProps) {
  if (values.length < 2) return null;
  const lowest = Math.min(...values);
  const range = Math.max(...values) - lowest || 1;
  const points = values.map((value, index) => ({
    x: round((index / (values.length - 1)) * (width - 4) + 1),
    y: round(height - 2 - ((value - lowest) / range) * (height - 5)),
  }));
  const curve = points.map((point) => `${point.x},${point.y}`).join(" ");
  const last = points.at(-1);
  return (
    <svg
      className={classNames("ui-sparkline", className)}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <polygon className="area" points={`1,${height} ${curve} ${last?.x},${height}`} />
      <polyline className="curve" points={curve} />
      <circle className="mark" cx={last?.x} cy={last?.y} r="2" />
    </svg>
  );
}

function round(value: number) {
  return Math.round(value * 10) / 10;
}
