"use client";

import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { chartValues, type ValueStyle } from "./chart-values";
import { ChartTooltip } from "./pointer-note";
import type { SeriesLineProps, SeriesPoint } from "./series-line";

interface Drawing extends ValueStyle {
  points: readonly SeriesPoint[];
  names: NonNullable<SeriesLineProps["names"]>;
}

const tick = { fill: "var(--ink-3)", fontSize: 11 };

export function SeriesLineDrawing({ points, names, locale, currency }: Drawing) {
  const { axis, full } = chartValues({ locale, currency });
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={[...points]} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="label"
          tickLine={false}
          axisLine={false}
          tick={tick}
          interval="preserveStartEnd"
          minTickGap={24}
        />
        <YAxis
          tickLine={false}
          axisLine={false}
          tick={tick}
          tickCount={4}
          width="auto"
          domain={["auto", "auto"]}
          tickFormatter={axis}
        />
        <Tooltip
          cursor={{ stroke: "var(--line-control)" }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point = active ? (payload?.[0]?.payload as SeriesPoint | undefined) : undefined;
            if (!point) return null;
            const all: [string, number | null | undefined][] = [
              [names.value, point.value],
              [names.before, point.before],
            ];
            const lines = all.flatMap(([label, value]) =>
              typeof value === "number" ? [{ label, value: full(value) }] : [],
            );
            return <ChartTooltip title={point.label} lines={lines} />;
          }}
        />
        <Line
          dataKey="before"
          type="linear"
          stroke="var(--ink-3)"
          strokeWidth={1.5}
          strokeDasharray="3 3"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="value"
          type="linear"
          stroke="var(--brand-mark)"
          strokeWidth={2}
          dot={false}
          activeDot={{ r: 4, fill: "var(--brand-mark)", stroke: "var(--surface)", strokeWidth: 2 }}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}
