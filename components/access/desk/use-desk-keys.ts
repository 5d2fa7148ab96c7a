"use client";

import { useEffect, useRef } from "react";

export type DeskKeys = Partial<Record<"F2" | "F4" | "F8" | "Escape", () => void>>;

/** Function keys, because letters go to the scan field. */
export function useDeskKeys(keys: DeskKeys): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const act = current.current[event.key as keyof DeskKeys];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
