import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

interface MetricProps {
  label: ReactNode;
  /** Q6: what the number is, for the pointer and for a screen reader. */
  definition?: string;
  /** Usually a NumberLink. */
  value: ReactNode;
  /** The change and its base, such as "+2.1 % on February". */
  sub?: ReactNode;
  /** A Sparkline next to the value. */
  chart?: ReactNode;
  className?: string;
}

export function Metric({ label, definition, value, sub, chart, className }: MetricProps) {
  return (
    <div className={classNames("ui-metric", className)}>
      <dt title={definition}>{label}</dt>
      <dd>
        {value}
        {chart}
      </dd>
      {sub ? <dd>{sub}</dd> : null}
      {definition ? <dd className="sr-only">{definition}</dd> : null}
    </div>
  );
}

/** A strip of Metrics between hairlines. */
export function MetricStrip({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={classNames("ui-metrics", className)}>{children}</dl>;
}
