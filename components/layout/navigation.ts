import type { ReactNode } from "react";

export interface NavigationItem {
  label: string;
  href: string;
  icon: ReactNode;
  /** Grey text at the end, such as "1,284" or "19 overdue". */
  count?: string;
  /** Items with the same group appear under one heading. */
  group?: string;
  /** If true, only this path is current. Otherwise sub-paths are as well. */
  exact?: boolean;
}

export function isCurrent(pathname: string, item: Pick<NavigationItem, "href" | "exact">): boolean {
  const path = item.href.split("?")[0] ?? "";
  return pathname === path || (!item.exact && pathname.startsWith(`${path}/`));
}
