import type { ReactNode } from "react";

export function KeyCap({ children }: { children: ReactNode }) {
  return <kbd className="ui-key">{children}</kbd>;
}
