"use client";

import { useEffect, useState } from "react";
import type { CommandPaletteProps, PaletteResult } from "./command-palette";

export function usePaletteResults(term: string, search: CommandPaletteProps["search"]) {
  const [results, setResults] = useState<readonly PaletteResult[]>([]);
  const [state, setState] = useState<"ready" | "busy" | "failed">("ready");

  useEffect(() => {
    if (!search || term.trim().length < 2) {
      setResults([]);
      setState("ready");
      return;
    }
    const control = new AbortController();
    setState("busy");
    const timer = setTimeout(async () => {
      try {
        const found = await search(term.trim(), control.signal);
        if (control.signal.aborted) return;
        setResults(found);
        setState("ready");
      } catch {
        if (!control.signal.aborted) setState("failed");
      }
    }, 160);
    return () => {
      control.abort();
      clearTimeout(timer);
    };
  }, [term, search]);

  return { results, state };
}
