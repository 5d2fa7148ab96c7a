import type { ReactNode } from "react";

/** Such as "Live · 5:42 pm". "stale" if the figures may be outdated. */
export function LiveDot({ children, state = "live" }: { children: ReactNode; state?: "live" | "stale" }) {
  return (
    <span className="ui-live" data-state={state}>
      {children}
    </span>
  );
}
