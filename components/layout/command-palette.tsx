"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { useModifierKey } from "./use-modifier-key";

export interface PaletteCommand {
  id: string;
  label: string;
  group?: string;
  href?: string;
  onSelect?: () => void;
  icon?: ReactNode;
  keyCap?: string;
  /** Other words people may type for it. */
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
  /** Finds people and things; asked when the typing pauses. Keep the function stable. */
  search?: (term: string, signal: AbortSignal) => Promise<readonly PaletteResult[]>;
  placeholder?: string;
}

const PaletteDialog = dynamic(() => import("./command-palette-dialog").then((module) => module.PaletteDialog), {
  ssr: false,
});

export function CommandPalette(props: CommandPaletteProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const early = useRef<string | null>(null);
  const modifier = useModifierKey();

  useEffect(() => {
    if (!open) return;
    early.current = "";
    // What is typed while the palette's code still arrives belongs to it, and to no single-key command of the page.
    function keep(event: KeyboardEvent) {
      if (early.current === null || event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      early.current += event.key;
    }
    addEventListener("keydown", keep, true);
    return () => removeEventListener("keydown", keep, true);
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
        <span className="flex-1">{props.placeholder ?? "Search or do…"}</span>
        <KeyCap>{modifier} K</KeyCap>
      </button>
      {open
        ? createPortal(
            <PaletteDialog {...props} early={early} onClose={() => setOpen(false)} />,
            // Outside the side bar, which a narrow screen hides with all it holds; inside the brand's scope.
            button.current?.closest("[data-brand]") ?? document.body,
          )
        : null}
    </>
  );
}
