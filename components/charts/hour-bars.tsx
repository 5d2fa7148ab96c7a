"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { ChartFrame } from "./chart-frame";
import { ChartSkeleton } from "./chart-skeleton";
import { Legend } from "./legend";

export interface HourBar {
  /** "5 am" */
  label: string;
  /** Null for hours to come. */
  visits: number | null;
  typical?: number | null;
  /** For hours to come. */
  expected?: number | null;
  /** The hour that is running. */
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

const defaultNames = { visits: "Today", typical: "Typical", expected: "Expected" };

export function HourBars({ label, sentence, hours, names = defaultNames, height = 190 }: HourBarsProps) {
  const dash = (value: number | null | undefined) => (value === null || value === undefined ? "—" : String(value));
  return (
    <ChartFrame
      label={label}
      sentence={sentence}
      height={height}
      legend={
        <Legend
          items={[
            { label: names.visits, mark: "fill" },
            { label: names.typical, mark: "line" },
            { label: names.expected, mark: "outline" },
          ]}
        />
      }
      table={{
        head: ["Hour", names.visits, names.typical, names.expected],
        rows: hours.map((hour) => [hour.label, dash(hour.visits), dash(hour.typical), dash(hour.expected)]),
      }}
    >
      <HourBarsDrawing hours={hours} names={names} />
    </ChartFrame>
  );
}
