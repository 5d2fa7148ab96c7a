"use client";

import { ChartColumn, Table2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { IconButton } from "@/components/ui/controls/icon-button";
import { WhenSeen } from "./when-seen";

interface ChartTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

interface ChartFrameProps {
  /** What the picture shows, for those who do not see it. */
  label: string;
  /** Stands above the picture and says the same in words. */
  sentence: ReactNode;
  legend?: ReactNode;
  table: ChartTable;
  height: number;
  children: ReactNode;
}

/** A sentence beside every chart and a table behind it; both views have the same size. */
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
            <WhenSeen>{children}</WhenSeen>
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
