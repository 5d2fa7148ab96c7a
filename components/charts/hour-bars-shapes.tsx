"use client";

import type { HourBar } from "./hour-bars";

interface ShapeBox {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  payload?: HourBar;
}

/** The current hour is drawn lighter because its count still grows. */
export function VisitsBar({ x = 0, y = 0, width = 0, height = 0, payload }: ShapeBox) {
  if (height <= 0) return null;
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx={3}
      fill="var(--brand-mark)"
      fillOpacity={payload?.is_now ? 0.55 : 1}
    />
  );
}

/** A line as wide as the bar at the value of a typical day. */
export function TypicalMark({ x = 0, y = 0, width = 0, payload }: ShapeBox) {
  if (typeof payload?.typical !== "number") return null;
  return <rect x={x - 3} y={y - 1} width={width + 6} height={2} rx={1} fill="var(--ink)" fillOpacity={0.72} />;
}

interface TickBox {
  x?: number | string;
  y?: number | string;
  payload?: { value: string; index: number };
  hours: readonly HourBar[];
}

/** Half the width of the longest label, "12 pm". */
const halfLabelWidth = 15;

/** Labels every hour, or every third one on narrow screens (by CSS). The first label is not cut off at the edge. */
export function HourTick({ x = 0, y = 0, payload, hours }: TickBox) {
  const isNow = hours[payload?.index ?? -1]?.is_now;
  return (
    <text
      x={Math.max(Number(x), halfLabelWidth)}
      y={Number(y) + 8}
      textAnchor="middle"
      className="ch-tick"
      data-now={isNow ? "" : undefined}
      data-minor={(payload?.index ?? 0) % 3 === 0 ? undefined : ""}
    >
      {payload?.value}
    </text>
  );
}
