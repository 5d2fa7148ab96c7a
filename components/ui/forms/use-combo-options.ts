"use client";

import { useEffect, useState } from "react";
import type { ComboOption } from "./combobox";

export type ComboSearch = (term: string, signal: AbortSignal) => Promise<readonly ComboOption[]>;

const debounceMs = 160;

/** The options for a search term: filtered locally, or from a debounced search. */
export function useComboOptions(
  active: boolean,
  term: string,
  options: readonly ComboOption[] | undefined,
  search: ComboSearch | undefined,
) {
  const [found, setFound] = useState<readonly ComboOption[]>([]);
  const [state, setState] = useState<"ready" | "busy" | "failed">("ready");

  useEffect(() => {
    if (!active || !search) return;
    const control = new AbortController();
    setState("busy");
    const timer = setTimeout(async () => {
      try {
        const next = await search(term, control.signal);
        if (control.signal.aborted) return;
        setFound(next);
        setState("ready");
      } catch {
        if (!control.signal.aborted) setState("failed");
      }
    }, debounceMs);
    return () => {
      control.abort();
      clearTimeout(timer);
    };
  }, [active, term, search]);

  if (search) return { shown: found, state };
  const needle = term.toLocaleLowerCase();
  const shown = (options ?? []).filter((option) => option.label.toLocaleLowerCase().includes(needle));
  return { shown, state: "ready" as const };
}
