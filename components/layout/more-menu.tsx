"use client";

import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { Menu } from "@/components/ui/overlays/menu";
import { MenuLink, MenuSeparator } from "@/components/ui/overlays/menu-parts";
import type { NavigationItem } from "./navigation";

/** The last item of the bottom bar: a menu with the items that do not fit. */
export function MoreMenu({ items, children }: { items: readonly NavigationItem[]; children?: ReactNode }) {
  return (
    <Menu
      label="More"
      align="end"
      triggerClassName="ly-more"
      trigger={
        <>
          <Ellipsis aria-hidden="true" />
          More
        </>
      }
    >
      {items.map((item) => (
        <MenuLink key={item.href} href={item.href} icon={item.icon} end={item.count}>
          {item.label}
        </MenuLink>
      ))}
      {children ? <MenuSeparator /> : null}
      {children}
    </Menu>
  );
}
