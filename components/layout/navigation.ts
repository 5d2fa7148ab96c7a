import type { ReactNode } from "react";

export interface NavigationItem {
  label: string;
  href: string;
  icon: ReactNode;
  /** Grey at the end: "1,284", "19 overdue". */
  count?: string;
  /** Items with the same group stand under one heading. */
  group?: string;
  /** The address must be exactly this one; otherwise everything below it counts too. */
  exact?: boolean;
}

export function isCurrent(pathname: string, item: Pick<NavigationItem, "href" | "exact">): boolean {
  const path = item.href.split("?")[0] ?? "";
  return pathname === path || (!item.exact && pathname.startsWith(`${path}/`));
}
