import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** A prominent sentence. Figures are NumberLinks, key facts are <b>. */
export function Sentence({ children, className }: { children: ReactNode; className?: string }) {
  return <p className={classNames("ui-sentence", className)}>{children}</p>;
}
