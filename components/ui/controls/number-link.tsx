import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Link } from "./link";

interface NumberLinkProps {
  children: ReactNode;
  /** The list behind the figure. Without it the figure is plain text. */
  href?: string;
  tone?: "good" | "warn" | "bad";
  /** What opens, when the words around do not say it. */
  label?: string;
  className?: string;
}

export function NumberLink({ children, href, tone, label, className }: NumberLinkProps) {
  const classes = classNames("ui-number", className);
  if (!href)
    return (
      <span className={classes} data-tone={tone}>
        {children}
      </span>
    );
  return (
    <Link href={href} className={classes} data-tone={tone} aria-label={label}>
      {children}
    </Link>
  );
}
