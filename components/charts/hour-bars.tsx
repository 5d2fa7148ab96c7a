"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { ChartFrame } from "./chart-frame";
import { ChartSkeleton } from "./chart-skeleton";
import { Legend } from "./legend";

export interface HourBar {
  /** "5 am" */
  label: string;
  /** Null for future hours. */
  visits: number | null;
  typical?: number | null;
  /** For future hours. */
  expected?: number | null;
  /** True for the current hour. */
  is_now?: boolean;
}

export interface HourBarsProps {
  label: string;
  /** "492 visits so far, 8 more than a typical Thursday by 5:42 pm" */
  sentence: ReactNode;
  hours: readonly HourBar[];
  names?: { visits: string; typical: string; expected: string };
  height?: number;
}

const HourBarsDrawing = dynamic(() => import("./hour-bars-drawing").then((module) => module.HourBarsDrawing), {
  ssr: false,
  loading: ChartSkeleton,
});

const series = [
  { key: "visits", mark: "fill" },
  { key: "typical", mark: "line" },
  { key: "expected", mark: "outline" },
] as const;

const defaultNames = { visits: "Today", typical: "Typical", expected: "Expected" };

export function HourBars({ label, sentence, hours, names = defaultNames, height = 190 }: HourBarsProps) {
  const dash = (value: number | null | undefined) => (value === null || value === undefined ? "—" : String(value));
  // A series without values appears neither in the legend nor in the table.
  const shown = series.filter(({ key }) => key === "visits" || hours.some((hour) => typeof hour[key] === "number"));
  return (
    <ChartFrame
      label={label}
      sentence={sentence}
      height={height}
      legend={<Legend items={shown.map(({ key, mark }) => ({ label: names[key], mark }))} />}
      table={{
        head: ["Hour", ...shown.map(({ key }) => names[key])],
        rows: hours.map((hour) => [hour.label, ...shown.map(({ key }) => dash(hour[key]))]),
      }}
    >
      <HourBarsDrawing hours={hours} names={names} />
    </ChartFrame>
  );
}
