"use client";

import { useState } from "react";
import { ChartTooltip } from "./chart-tooltip";
import type { HourBar, HourBarsProps } from "./hour-bars";
import { axisOf } from "./hour-bars-axis";

interface HourBarsDrawingProps {
  hours: readonly HourBar[];
  names: NonNullable<HourBarsProps["names"]>;
  height: number;
}

const top = 12;
const labels = 22;
/** The share of a column that its bar takes. */
const barShare = 0.86;

/**
 * Bars, a mark for the typical value, and a note for the hour under the pointer. Widths are percentages, so that the browser lays the
 * drawing out for any width. The table beside it serves screen readers.
 */
export function HourBarsDrawing({ hours, names, height }: HourBarsDrawingProps) {
  const [pointed, setPointed] = useState<number | null>(null);
  const { highest, ticks } = axisOf(hours);
  const base = height - labels;
  const yOf = (value: number) => base - (value / highest) * (base - top);
  const column = 100 / hours.length;
  const hour = pointed === null ? undefined : hours[pointed];
  return (
    <div className="relative h-full" onPointerLeave={() => setPointed(null)}>
      <svg width="100%" height={height} aria-hidden="true">
        {ticks.map((value) => (
          <line
            key={value}
            x2="100%"
            y1={yOf(value)}
            y2={yOf(value)}
            stroke="var(--line-strong)"
            strokeDasharray="2 3"
          />
        ))}
        {hours.map((one, index) => (
          <HourColumn
            key={one.label}
            hour={one}
            left={column * index}
            width={column}
            base={base}
            yOf={yOf}
            index={index}
            is_last={index === hours.length - 1}
            is_pointed={pointed === index}
            onPoint={() => setPointed(index)}
          />
        ))}
        {ticks.map((value) =>
          value === 0 ? null : (
            <text key={value} x="100%" y={yOf(value) - 4} textAnchor="end" className="ch-tick">
              {value}
            </text>
          ),
        )}
      </svg>
      {hour && pointed !== null ? (
        <div
          className="pointer-events-none absolute top-0"
          style={
            pointed * 2 < hours.length
              ? { left: `${column * (pointed + 1)}%` }
              : { right: `${100 - column * pointed}%` }
          }
        >
          <ChartTooltip title={hour.label} lines={linesOf(hour, names)} />
        </div>
      ) : null}
    </div>
  );
}

interface HourColumnProps {
  hour: HourBar;
  index: number;
  is_last: boolean;
  /** Percentages of the drawing. */
  left: number;
  width: number;
  base: number;
  yOf: (value: number) => number;
  is_pointed: boolean;
  onPoint: () => void;
}

/** The current hour is drawn lighter because its count still grows. On narrow screens, CSS shows every third label. */
function HourColumn({ hour, index, is_last, left, width, base, yOf, is_pointed, onPoint }: HourColumnProps) {
  const [x, bar] = [`${left + (width * (1 - barShare)) / 2}%`, `${width * barShare}%`];
  const { visits, expected, typical } = hour;
  const reached = visits ?? 0;
  return (
    <>
      <rect
        x={`${left}%`}
        width={`${width}%`}
        height={base}
        fill="var(--surface-3)"
        fillOpacity={is_pointed ? 0.6 : 0}
        onPointerEnter={onPoint}
      />
      <g pointerEvents="none">
        {reached > 0 ? (
          <rect
            x={x}
            y={yOf(reached)}
            width={bar}
            height={base - yOf(reached)}
            rx={3}
            fill="var(--brand-mark)"
            fillOpacity={hour.is_now ? 0.55 : 1}
          />
        ) : null}
        {expected ? (
          <rect
            x={x}
            y={yOf(reached + expected)}
            width={bar}
            height={yOf(reached) - yOf(reached + expected)}
            rx={3}
            fill="var(--surface-2)"
            stroke="var(--line-control)"
            strokeDasharray="3 3"
            strokeOpacity={0.6}
          />
        ) : null}
        {typeof typical === "number" ? (
          <rect
            x={`${left}%`}
            y={yOf(typical) - 1}
            width={`${width}%`}
            height={2}
            rx={1}
            fill="var(--ink)"
            fillOpacity={0.72}
          />
        ) : null}
        <text
          x={index === 0 ? 0 : is_last ? "100%" : `${left + width / 2}%`}
          y={base + 16}
          // The first and the last label are not cut off at the edges.
          textAnchor={index === 0 ? "start" : is_last ? "end" : "middle"}
          className="ch-tick"
          data-now={hour.is_now ? "" : undefined}
          data-minor={index % 3 === 0 ? undefined : ""}
        >
          {hour.label}
        </text>
      </g>
    </>
  );
}

function linesOf(hour: HourBar, names: HourBarsDrawingProps["names"]) {
  const all: [string, number | null | undefined][] = [
    [names.visits, hour.visits],
    [names.typical, hour.typical],
    [names.expected, hour.expected],
  ];
  return all.flatMap(([label, value]) => (typeof value === "number" ? [{ label, value: String(value) }] : []));
}
