"use client";

import { usePathname } from "next/navigation";
import { Link } from "@/components/ui/controls/link";
import { isCurrent, type NavigationItem } from "./navigation";

interface SidebarNavProps {
  label: string;
  items: readonly NavigationItem[];
  className?: string;
}

export function SidebarNav({ label, items, className }: SidebarNavProps) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className={className ? `ly-nav ${className}` : "ly-nav"}>
      {items.map((item, index) => {
        const startsGroup = item.group !== undefined && item.group !== items[index - 1]?.group;
        return (
          <div key={item.href} className="contents">
            {startsGroup ? <h2>{item.group}</h2> : null}
            <Link href={item.href} title={item.label} aria-current={isCurrent(pathname, item) ? "page" : undefined}>
              {item.icon}
              <span className="ly-label truncate">{item.label}</span>
              {item.count ? <small>{item.count}</small> : null}
            </Link>
          </div>
        );
      })}
    </nav>
  );
}
