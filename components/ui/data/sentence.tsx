import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** A rule told with its reason; figures inside are NumberLinks, what matters is <b>. */
export function Sentence({ children, className }: { children: ReactNode; className?: string }) {
  return <p className={classNames("ui-sentence", className)}>{children}</p>;
}
