import type { ReactNode } from "react";

/** Content with a column of 288 pixels at its right. Below 1200 pixels the column moves under the content. */
export function WithRail({ children, rail, label }: { children: ReactNode; rail: ReactNode; label: string }) {
  return (
    <div className="ly-with-rail">
      <div>{children}</div>
      <aside className="ly-rail" aria-label={label}>
        {rail}
      </aside>
    </div>
  );
}
