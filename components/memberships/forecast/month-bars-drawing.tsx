"use client";

import { Bar, BarChart, CartesianGrid, ReferenceDot, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { ChartTooltip } from "@/components/charts/chart-tooltip";
import type { MonthBar } from "./month-bars";

interface DrawingProps {
  bars: readonly MonthBar[];
  locale: string;
  currency: string;
  choose: (href: string) => void;
}

export function MonthBarsDrawing({ bars, locale, currency, choose }: DrawingProps) {
  const short = new Intl.NumberFormat(locale, { style: "currency", currency, notation: "compact" });
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={[...bars]}
        margin={{ top: 20, right: 0, bottom: 0, left: 0 }}
        barCategoryGap="18%"
        accessibilityLayer={false}
        onClick={({ activeIndex }) => {
          const bar = bars[Number(activeIndex)];
          if (bar) choose(bar.href);
        }}
        className="cursor-pointer"
      >
        <defs>
          <pattern id="forecast-risk" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" fill="var(--warn-bg)" />
            <rect width="2.5" height="6" fill="var(--warn-mark)" />
          </pattern>
        </defs>
        <CartesianGrid vertical={false} stroke="var(--line)" strokeDasharray="2 3" />
        <XAxis dataKey="month" tickLine={false} axisLine={false} interval={0} height={24} tick={<Tick bars={bars} />} />
        <YAxis
          orientation="right"
          tickLine={false}
          axisLine={false}
          tickCount={5}
          width={48}
          tickFormatter={(value: number) => (value === 0 ? "" : short.format(value))}
          tick={{ fill: "var(--ink-3)", fontSize: 11 }}
        />
        <Tooltip
          cursor={{ fill: "var(--surface-3)", opacity: 0.6 }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const bar = active ? (payload?.[0]?.payload as MonthBar | undefined) : undefined;
            return bar ? <ChartTooltip title={bar.title} lines={bar.lines} /> : null;
          }}
        />
        <Bar dataKey="certain" stackId="month" fill="var(--brand-mark)" radius={1.5} isAnimationActive={false} />
        <Bar dataKey="at_risk" stackId="month" fill="url(#forecast-risk)" radius={1.5} isAnimationActive={false} />
        <Bar
          dataKey="one_off"
          stackId="month"
          fill="var(--brand-300)"
          stroke="var(--brand-mark)"
          radius={1.5}
          isAnimationActive={false}
        />
        {bars
          .filter(({ label }) => label !== null)
          .map((bar) => (
            <ReferenceDot
              key={bar.month}
              x={bar.month}
              y={bar.certain + bar.at_risk + Math.max(0, bar.one_off)}
              r={0}
              ifOverflow="visible"
              label={<Above bar={bar} />}
            />
          ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

interface Box {
  x?: number | string;
  y?: number | string;
  payload?: { index: number };
  bars: readonly MonthBar[];
}

function Tick({ x = 0, y = 0, payload, bars }: Box) {
  const bar = bars[payload?.index ?? -1];
  return (
    <text
      x={Number(x)}
      y={Number(y) + 10}
      textAnchor="middle"
      className="ch-tick"
      data-now={bar?.is_chosen ? "" : undefined}
      data-minor={(payload?.index ?? 0) % 3 === 0 || bar?.is_chosen ? undefined : ""}
    >
      {bar?.tick}
      {bar?.tick_year ? <tspan className="ch-wide">{` ${bar.tick_year}`}</tspan> : null}
    </text>
  );
}

/** Above a bar. Its place comes from the month, because a bar without an amount is not drawn and not counted. */
function Above({ bar, viewBox }: { bar: MonthBar; viewBox?: { x?: number; y?: number } }) {
  return (
    <text
      x={viewBox?.x ?? 0}
      y={(viewBox?.y ?? 0) - 6}
      textAnchor="middle"
      className="ch-tick"
      data-now=""
      data-minor={bar.is_beside_chosen ? "" : undefined}
    >
      {bar.label}
    </text>
  );
}
