"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/controls/link";
import { isCurrent, type NavigationItem } from "./navigation";

export interface BottomBarItem extends NavigationItem {
  /** The filled item in the middle, such as "Check in". */
  lead?: boolean;
}

/** Phone navigation: at most five items. The last is usually a menu with the rest. */
export function BottomBar({ items, more }: { items: readonly BottomBarItem[]; more?: ReactNode }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Main, on the phone" className="ly-bottom">
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          data-lead={item.lead ? "" : undefined}
          aria-current={isCurrent(pathname, item) ? "page" : undefined}
        >
          {item.icon}
          <span className={item.lead ? "sr-only" : undefined}>{item.label}</span>
        </Link>
      ))}
      {more}
    </nav>
  );
}
