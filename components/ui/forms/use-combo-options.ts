"use client";

import { useEffect, useState } from "react";
import type { ComboOption } from "./combobox";

export type ComboSearch = (term: string, signal: AbortSignal) => Promise<readonly ComboOption[]>;

const pause = 160;

/** The options for a term: filtered here, or asked for once the typing pauses. */
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
    }, pause);
    return () => {
      control.abort();
      clearTimeout(timer);
    };
  }, [active, term, search]);

  if (search) return { shown: found, state };
  const wanted = term.toLocaleLowerCase();
  const shown = (options ?? []).filter((option) => option.label.toLocaleLowerCase().includes(wanted));
  return { shown, state: "ready" as const };
}
