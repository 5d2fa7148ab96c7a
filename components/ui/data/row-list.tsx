import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/controls/link";

interface RowListProps {
  children: ReactNode;
  label?: string;
  /** Row height: tall 58 pixels (two lines), default 44, dense 36. */
  density?: "tall" | "default" | "dense";
  className?: string;
}

/** A list with dividers. Children are Rows or <li> elements. */
export function RowList({ children, label, density = "tall", className }: RowListProps) {
  return (
    <ul className={classNames("ui-rows", className)} aria-label={label} data-density={density}>
      {children}
    </ul>
  );
}

interface RowProps {
  lead?: ReactNode;
  title: ReactNode;
  href?: string;
  subtitle?: ReactNode;
  /** At the end of the row, such as a figure, a badge or a button. */
  end?: ReactNode;
  className?: string;
}

export function Row({ lead, title, href, subtitle, end, className }: RowProps) {
  return (
    <li className={className}>
      {lead}
      <div className="ui-two-lines">
        {href ? <Link href={href}>{title}</Link> : <b>{title}</b>}
        {subtitle ? <p>{subtitle}</p> : null}
      </div>
      {end}
    </li>
  );
}
