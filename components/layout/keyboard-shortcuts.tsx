"use client";

import { useEffect, useState } from "react";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { isTyping } from "@/components/ui/is-typing";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useFocusedNavigation } from "./use-focused-navigation";
import { useModifierKey } from "./use-modifier-key";

export interface Shortcut {
  /** One letter, such as "c". */
  key: string;
  label: string;
  href: string;
}

const globalShortcuts: readonly { keys: readonly string[]; label: string }[] = [
  { keys: ["/"], label: "Search this list" },
  { keys: ["J", "K"], label: "Next and previous row" },
  { keys: ["X"], label: "Select row" },
  { keys: ["↵"], label: "Open row" },
  { keys: ["Esc"], label: "Close" },
  { keys: ["?"], label: "Show keyboard shortcuts" },
];

/** Single-key shortcuts; "?" lists them. RowSelection handles J, K, X and Enter. */
export function KeyboardShortcuts({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const [isListOpen, setIsListOpen] = useState(false);
  const modifier = useModifierKey();
  const goTo = useFocusedNavigation();

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (isTyping(event)) return;
      const shortcut = shortcuts.find((candidate) => candidate.key.toLowerCase() === event.key.toLowerCase());
      if (event.key === "?") setIsListOpen(true);
      else if (event.key === "/") {
        const field = document.querySelector<HTMLInputElement>("[data-search]");
        if (!field) return;
        field.focus();
        field.select();
      } else if (shortcut) goTo(shortcut.href);
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [shortcuts, goTo]);

  const rows = [
    { keys: [modifier, "K"], label: "Open command palette" },
    ...shortcuts.map((shortcut) => ({ keys: [shortcut.key.toUpperCase()], label: shortcut.label })),
    ...globalShortcuts,
  ];
  return (
    <Dialog open={isListOpen} onClose={() => setIsListOpen(false)} title="Keyboard shortcuts">
      <dl className="grid grid-cols-[5rem_1fr] gap-y-2">
        {rows.map((row) => (
          <div key={row.label} className="contents">
            <dt className="flex gap-1">
              {row.keys.map((key) => (
                <KeyCap key={key}>{key}</KeyCap>
              ))}
            </dt>
            <dd>{row.label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
