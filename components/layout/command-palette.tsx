"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { useFocusedNavigation } from "./use-focused-navigation";
import { useModifierKey } from "./use-modifier-key";

export interface PaletteCommand {
  id: string;
  label: string;
  group?: string;
  href?: string;
  onSelect?: () => void;
  icon?: ReactNode;
  keyCap?: string;
  /** Additional search terms. */
  keywords?: string;
}

export interface PaletteResult {
  id: string;
  label: string;
  href: string;
  hint?: string;
  lead?: ReactNode;
}

export interface CommandPaletteProps {
  commands: readonly PaletteCommand[];
  /** Searches records; debounced. The function must be stable. */
  search?: (term: string, signal: AbortSignal) => Promise<readonly PaletteResult[]>;
  placeholder?: string;
}

const PaletteDialog = dynamic(() => import("./command-palette-dialog").then((module) => module.PaletteDialog), {
  ssr: false,
});

export function CommandPalette(props: CommandPaletteProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const earlyInput = useRef<string | null>(null);
  const modifier = useModifierKey();
  const goTo = useFocusedNavigation();

  useEffect(() => {
    if (!open) return;
    earlyInput.current = "";
    // While the palette's code loads, key presses are collected for it and must not trigger shortcuts of the page.
    function collect(event: KeyboardEvent) {
      if (earlyInput.current === null || event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      earlyInput.current += event.key;
    }
    addEventListener("keydown", collect, true);
    return () => removeEventListener("keydown", collect, true);
  }, [open]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setOpen((current) => !current);
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <>
      <button ref={button} type="button" className="ly-search" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Search aria-hidden="true" />
        <span className="flex-1">{props.placeholder ?? "Search or jump to…"}</span>
        <KeyCap>{modifier} K</KeyCap>
      </button>
      {open
        ? createPortal(
            <PaletteDialog {...props} earlyInput={earlyInput} goTo={goTo} onClose={() => setOpen(false)} />,
            // Outside the sidebar, which narrow screens hide, but inside the brand scope.
            button.current?.closest("[data-brand]") ?? document.body,
          )
        : null}
    </>
  );
}
