import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Link } from "./link";

interface NumberLinkProps {
  children: ReactNode;
  /** The list that the number counts. Without it the number is plain text. */
  href?: string;
  tone?: "good" | "warn" | "bad";
  /** The accessible name, if the surrounding text does not describe the link. */
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
