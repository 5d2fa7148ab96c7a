"use client";

import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Menu } from "@/components/ui/overlays/menu";

/** The dashed chip after the filters; children are MenuLinks that add one. */
export function AddFilter({ children, label = "Filter" }: { children: ReactNode; label?: string }) {
  return (
    <Menu
      label={label}
      triggerClassName="ui-chip ui-chip-add"
      trigger={
        <span className="gap-1.5">
          <Plus aria-hidden="true" />
          {label}
        </span>
      }
    >
      {children}
    </Menu>
  );
}
