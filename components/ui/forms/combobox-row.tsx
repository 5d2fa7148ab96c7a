"use client";

import { useEffect, useRef } from "react";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { Highlight } from "@/components/ui/data/highlight";
import type { ComboOption } from "./combobox";

interface ComboRowProps {
  id: string;
  option: ComboOption;
  term: string;
  selected: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

export function ComboRow({ id, option, term, selected, onPoint, onChoose }: ComboRowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={option.hint ? "ui-menu-item min-h-row" : "ui-menu-item"}
      onPointerMove={selected ? undefined : onPoint}
      // Keeps the focus in the input, so that it does not blur before the click.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      onKeyDown={undefined}
    >
      {option.lead}
      <span className="min-w-0 flex-1">
        <span className={option.hint ? "block truncate font-medium text-ink" : "block truncate"}>
          <Highlight text={option.label} term={term} />
        </span>
        {option.hint ? (
          <small>
            <Highlight text={option.hint} term={term} />
          </small>
        ) : null}
      </span>
      {option.end}
      {selected ? <KeyCap>↵</KeyCap> : null}
    </div>
  );
}
