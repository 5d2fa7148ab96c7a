"use client";

import { Bar, CartesianGrid, ComposedChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { ChartTooltip } from "./chart-tooltip";
import type { HourBar, HourBarsProps } from "./hour-bars";
import { HourTick, TypicalMark, VisitsBar } from "./hour-bars-shapes";

interface HourBarsDrawingProps {
  hours: readonly HourBar[];
  names: NonNullable<HourBarsProps["names"]>;
}

export function HourBarsDrawing({ hours, names }: HourBarsDrawingProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={[...hours]}
        margin={{ top: 12, right: 0, bottom: 0, left: 0 }}
        barCategoryGap="14%"
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line-strong)" strokeDasharray="2 3" />
        <XAxis
          dataKey="label"
          tickLine={false}
          axisLine={false}
          interval={0}
          tick={<HourTick hours={hours} />}
          height={22}
        />
        <XAxis dataKey="label" xAxisId="typical" hide />
        <YAxis
          orientation="right"
          mirror
          tickLine={false}
          axisLine={false}
          tickCount={3}
          allowDecimals={false}
          tickFormatter={(value: number) => (value === 0 ? "" : String(value))}
          tick={{ fill: "var(--ink-3)", fontSize: 11, dy: -8 }}
        />
        <Tooltip
          cursor={{ fill: "var(--surface-3)", opacity: 0.6 }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const hour = active ? (payload?.[0]?.payload as HourBar | undefined) : undefined;
            return hour ? <ChartTooltip title={hour.label} lines={lines(hour, names)} /> : null;
          }}
        />
        <Bar dataKey="visits" stackId="hour" shape={VisitsBar} isAnimationActive={false} />
        <Bar
          dataKey="expected"
          stackId="hour"
          fill="var(--surface-2)"
          stroke="var(--line-control)"
          strokeDasharray="3 3"
          strokeWidth={1}
          strokeOpacity={0.6}
          radius={3}
          isAnimationActive={false}
        />
        <Bar dataKey="typical" xAxisId="typical" shape={TypicalMark} isAnimationActive={false} />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function lines(hour: HourBar, names: HourBarsDrawingProps["names"]) {
  const all: [string, number | null | undefined][] = [
    [names.visits, hour.visits],
    [names.typical, hour.typical],
    [names.expected, hour.expected],
  ];
  return all.flatMap(([label, value]) => (typeof value === "number" ? [{ label, value: String(value) }] : []));
}
