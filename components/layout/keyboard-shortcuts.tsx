"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { isTyping } from "@/components/ui/is-typing";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useModifierKey } from "./use-modifier-key";

export interface Shortcut {
  /** One letter: "c". */
  key: string;
  label: string;
  href: string;
}

const everywhere: readonly { keys: readonly string[]; label: string }[] = [
  { keys: ["/"], label: "Search this list" },
  { keys: ["J", "K"], label: "Move down and up in a list" },
  { keys: ["X"], label: "Select the row" },
  { keys: ["↵"], label: "Open the row" },
  { keys: ["Esc"], label: "Close what is open" },
  { keys: ["?"], label: "Show these keys" },
];

/** The single keys of a surface; "?" lists them. J, K, X and Enter belong to RowSelection. */
export function KeyboardShortcuts({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const [listed, setListed] = useState(false);
  const modifier = useModifierKey();
  const router = useRouter();

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (isTyping(event)) return;
      const shortcut = shortcuts.find((candidate) => candidate.key.toLowerCase() === event.key.toLowerCase());
      if (event.key === "?") setListed(true);
      else if (event.key === "/") {
        const field = document.querySelector<HTMLInputElement>("[data-search]");
        if (!field) return;
        field.focus();
        field.select();
      } else if (shortcut) router.push(shortcut.href);
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [shortcuts, router]);

  const rows = [
    { keys: [modifier, "K"], label: "Search or do anything" },
    ...shortcuts.map((shortcut) => ({ keys: [shortcut.key.toUpperCase()], label: shortcut.label })),
    ...everywhere,
  ];
  return (
    <Dialog open={listed} onClose={() => setListed(false)} title="Keys">
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
