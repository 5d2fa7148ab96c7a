"use client";

import { ChartColumn, Table2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { IconButton } from "@/components/ui/controls/icon-button";
import { type ChartTable, FigureTable } from "./figure-table";
import { LazyRender } from "./lazy-render";

interface ChartFrameProps {
  /** The accessible name of the chart. */
  label: string;
  /** Summarizes the chart in text above it. */
  sentence: ReactNode;
  legend?: ReactNode;
  table: ChartTable;
  height: number;
  children: ReactNode;
}

/** A chart with a summary and a table view of the same size. Screen readers get the table in both views. */
export function ChartFrame({ label, sentence, legend, table, height, children }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="ch-frame">
      <figcaption>
        <div className="ch-sentence">{sentence}</div>
        {legend}
        <IconButton
          label={asTable ? "Show as chart" : "Show as table"}
          icon={asTable ? <ChartColumn aria-hidden="true" /> : <Table2 aria-hidden="true" />}
          size="sm"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        />
      </figcaption>
      <div className="ch-box" style={{ height }}>
        {asTable ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
          <section className="h-full overflow-auto" tabIndex={0} aria-label={label}>
            <FigureTable label={label} table={table} />
          </section>
        ) : (
          <>
            <div aria-hidden="true" className="h-full">
              <LazyRender>{children}</LazyRender>
            </div>
            <div className="sr-only">
              <FigureTable label={label} table={table} />
            </div>
          </>
        )}
      </div>
    </figure>
  );
}
