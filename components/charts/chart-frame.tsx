"use client";

import { ChartColumn, Table2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { IconButton } from "@/components/ui/controls/icon-button";
import { LazyRender } from "./lazy-render";

interface ChartTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

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

/** A chart with a summary and a table view. Both views have the same size. */
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
          <FigureTable label={label} table={table} />
        ) : (
          <div role="img" aria-label={label} className="h-full">
            <LazyRender>{children}</LazyRender>
          </div>
        )}
      </div>
    </figure>
  );
}

function FigureTable({ label, table }: { label: string; table: ChartTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="h-full overflow-auto" tabIndex={0} aria-label={label}>
      <table className="ui-table" data-density="dense">
        <thead>
          <tr>
            {table.head.map((title, index) => (
              <th key={title} scope="col" data-align={index > 0 ? "end" : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([first, ...rest]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {rest.map((cell, index) => (
                <td key={table.head[index + 1]} data-align="end">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
