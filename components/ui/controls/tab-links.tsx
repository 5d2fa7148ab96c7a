import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Link } from "./link";

export interface TabLink {
  label: string;
  href: string;
  count?: ReactNode;
  icon?: ReactNode;
}

interface TabLinksProps {
  /** The accessible name of the navigation. */
  label: string;
  items: readonly TabLink[];
  /** The href of the current tab. */
  current: string;
  /** At the end of the row. */
  end?: ReactNode;
  className?: string;
}

/** Tabs whose state is in the URL. */
export function TabLinks({ label, items, current, end, className }: TabLinksProps) {
  return (
    <nav aria-label={label} className={classNames("ui-tabs", className)}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} aria-current={item.href === current ? "page" : undefined}>
          {item.icon}
          {item.label}
          {item.count === undefined ? null : <small>{item.count}</small>}
        </Link>
      ))}
      {end ? <span className="ui-tabs-end">{end}</span> : null}
    </nav>
  );
}
