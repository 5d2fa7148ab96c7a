"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** ⌘ on Apple devices, Ctrl elsewhere and on the server. */
export function useModifierKey(): "⌘" | "Ctrl" {
  return useSyncExternalStore(
    never,
    () => (/Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );
}
