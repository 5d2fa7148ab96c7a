import type { ReactNode } from "react";

/** Content and a column of 288 at its right; below 1200 the rail folds under the content. */
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
