"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { type RefObject, useEffect, useState } from "react";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { Highlight } from "@/components/ui/data/highlight";
import { useModal } from "@/components/ui/overlays/use-modal";
import type { CommandPaletteProps, PaletteCommand } from "./command-palette";
import { usePaletteResults } from "./use-palette-results";

const statusTexts = {
  ready: "No results. Try part of a name, a phone number or a page.",
  busy: "Searching…",
  failed: "Search failed. Type again to retry.",
};

export function PaletteDialog({
  commands,
  search,
  placeholder,
  earlyInput,
  goTo,
  onClose,
}: CommandPaletteProps & {
  /** The text typed before this dialog was loaded. Null afterwards. */
  earlyInput: RefObject<string | null>;
  /** Must outlive the dialog, which is gone when the new page is there. */
  goTo: (href: string) => void;
  onClose: () => void;
}) {
  const [term, setTerm] = useState(() => earlyInput.current ?? "");
  const modal = useModal(onClose);
  const { results, state } = usePaletteResults(term, search);
  const groups = grouped(commands, term);

  useEffect(() => {
    if (earlyInput.current) setTerm(earlyInput.current);
    earlyInput.current = null;
  }, [earlyInput]);

  function run(target: { href?: string; onSelect?: () => void }) {
    onClose();
    target.onSelect?.();
    if (target.href) goTo(target.href);
  }

  return (
    <dialog {...modal} className="ly-palette" aria-label="Command palette">
      <Command shouldFilter={false} loop label="Command palette">
        <div className="ly-palette-field">
          <Search aria-hidden="true" />
          <Command.Input value={term} onValueChange={setTerm} placeholder={placeholder ?? "Search or jump to…"} />
          <KeyCap>Esc</KeyCap>
        </div>
        <Command.List label="Results">
          {results.length > 0 ? (
            <Command.Group heading="Members">
              {results.map((result) => (
                <Command.Item key={result.id} value={`found ${result.id}`} onSelect={() => run(result)}>
                  {result.lead}
                  <span className="min-w-0 flex-1">
                    <span className="block truncate font-medium text-ink">
                      <Highlight text={result.label} term={term} />
                    </span>
                    {result.hint ? <small>{result.hint}</small> : null}
                  </span>
                </Command.Item>
              ))}
            </Command.Group>
          ) : null}
          {groups.map(([heading, items]) => (
            <Command.Group key={heading} heading={heading}>
              {items.map((command) => (
                <Command.Item key={command.id} value={`command ${command.id}`} onSelect={() => run(command)}>
                  {command.icon}
                  <span className="flex-1 truncate">{command.label}</span>
                  {command.keyCap ? <KeyCap>{command.keyCap}</KeyCap> : null}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
          {results.length === 0 && groups.length === 0 ? <p className="ly-palette-note">{statusTexts[state]}</p> : null}
        </Command.List>
      </Command>
    </dialog>
  );
}

function grouped(commands: readonly PaletteCommand[], term: string): [string, PaletteCommand[]][] {
  const needle = term.trim().toLocaleLowerCase();
  const groups = new Map<string, PaletteCommand[]>();
  for (const command of commands) {
    const text = `${command.label} ${command.keywords ?? ""}`.toLocaleLowerCase();
    if (!text.includes(needle)) continue;
    const heading = command.group ?? "Go to";
    groups.set(heading, [...(groups.get(heading) ?? []), command]);
  }
  return [...groups];
}
