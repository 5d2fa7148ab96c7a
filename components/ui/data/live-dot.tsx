import type { ReactNode } from "react";

/** "Live · 5:42 pm"; stale when the figures are older than they should be. */
export function LiveDot({ children, state = "live" }: { children: ReactNode; state?: "live" | "stale" }) {
  return (
    <span className="ui-live" data-state={state}>
      {children}
    </span>
  );
}
