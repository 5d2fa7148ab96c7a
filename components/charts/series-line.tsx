"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { ChartFrame } from "./chart-frame";
import { ChartSkeleton } from "./chart-skeleton";
import { chartValues, type ValueStyle } from "./chart-values";
import { Legend } from "./legend";

export interface SeriesPoint {
  /** "Mar" */
  label: string;
  value: number | null;
  /** The value of the same period a year ago. */
  before?: number | null;
}

export interface SeriesLineProps extends ValueStyle {
  label: string;
  sentence: ReactNode;
  points: readonly SeriesPoint[];
  names?: { value: string; before: string };
  /** The header of the first column in the table. */
  period?: string;
  height?: number;
}

const SeriesLineDrawing = dynamic(() => import("./series-line-drawing").then((module) => module.SeriesLineDrawing), {
  ssr: false,
  loading: ChartSkeleton,
});

const defaultNames = { value: "This year", before: "Last year" };

export function SeriesLine(props: SeriesLineProps) {
  const { label, sentence, points, names = defaultNames, period = "Month", height = 200, locale, currency } = props;
  const { full } = chartValues({ locale, currency });
  const compares = points.some((point) => typeof point.before === "number");
  const cell = (value: number | null | undefined) => (typeof value === "number" ? full(value) : "—");
  return (
    <ChartFrame
      label={label}
      sentence={sentence}
      height={height}
      legend={
        compares ? (
          <Legend
            items={[
              { label: names.value, mark: "brand-line" },
              { label: names.before, mark: "dashed" },
            ]}
          />
        ) : null
      }
      table={{
        head: compares ? [period, names.value, names.before] : [period, names.value],
        rows: points.map((point) =>
          compares ? [point.label, cell(point.value), cell(point.before)] : [point.label, cell(point.value)],
        ),
      }}
    >
      <SeriesLineDrawing points={points} names={names} locale={locale} currency={currency} />
    </ChartFrame>
  );
}
