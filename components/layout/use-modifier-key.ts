"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** ⌘ on Apple's machines, Ctrl elsewhere; the server does not know and says Ctrl. */
export function useModifierKey(): "⌘" | "Ctrl" {
  return useSyncExternalStore(
    never,
    () => (/Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );
}
