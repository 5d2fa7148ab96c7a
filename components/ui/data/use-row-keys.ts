"use client";

import { type RefObject, useEffect } from "react";
import { isTyping } from "@/components/ui/is-typing";

/** J and K move through rows marked with data-row, X selects, Enter opens the row's first link. */
export function useRowKeys(root: RefObject<HTMLElement | null>) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const rows = [...(root.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
      if (rows.length === 0 || isTyping(event)) return;
      const index = rows.findIndex((row) => "current" in row.dataset);
      const current = rows[index];
      const key = event.key.toLowerCase();
      if (key === "j" || key === "k") {
        const next = rows[key === "j" ? Math.min(index + 1, rows.length - 1) : Math.max(index - 1, 0)];
        if (current) delete current.dataset.current;
        if (next) next.dataset.current = "";
        next?.scrollIntoView({ block: "nearest" });
        next?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
      } else if (key === "x") current?.querySelector<HTMLInputElement>("[data-select-row]")?.click();
      else if (event.key === "Enter" && event.target === document.body)
        current?.querySelector<HTMLElement>("a")?.click();
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [root]);
}
