"use client";

import { ChevronsUpDown, Plus } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import type { ButtonSize } from "@/components/ui/controls/button";
import { placePopup } from "@/components/ui/overlays/use-popup";
import { ComboRow } from "./combobox-row";
import { type ComboSearch, useComboOptions } from "./use-combo-options";

export interface ComboOption {
  value: string;
  label: string;
  hint?: string;
  lead?: ReactNode;
  end?: ReactNode;
}

export interface ComboboxProps {
  /** Fixed options, or a debounced search function, which must be stable. */
  options?: readonly ComboOption[];
  search?: ComboSearch;
  value?: ComboOption | null;
  defaultValue?: ComboOption | null;
  onValueChange?: (option: ComboOption | null) => void;
  /** Adds a last option that creates a value from the search term. */
  create?: { label: (term: string) => string; onCreate: (term: string) => void };
  /** The form field name of the selected value. */
  name?: string;
  placeholder?: string;
  icon?: ReactNode;
  size?: ButtonSize;
  disabled?: boolean;
  id?: string;
  className?: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}

export function Combobox(props: ComboboxProps) {
  const {
    options,
    search,
    value,
    defaultValue = null,
    onValueChange,
    create,
    name,
    icon,
    size = "md",
    className,
  } = props;
  const list = useId();
  const frame = useRef<HTMLSpanElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState(defaultValue);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const chosen = value === undefined ? own : value;
  const term = typed ?? "";
  const { shown, state } = useComboOptions(open, term, options, search);
  const creates = create !== undefined && term.trim() !== "";
  const count = shown.length + (creates ? 1 : 0);

  useEffect(() => {
    const box = popup.current;
    if (!box || !frame.current) return;
    if (!open) {
      if (box.matches(":popover-open")) box.hidePopover();
      return;
    }
    box.style.width = `${frame.current.offsetWidth}px`;
    if (!box.matches(":popover-open")) box.showPopover();
    if (count >= 0) placePopup(frame.current, box, "start");
  }, [open, count]);

  function close() {
    setOpen(false);
    setTyped(null);
  }
  function choose(index: number) {
    const option = shown[index];
    if (option) {
      setOwn(option);
      onValueChange?.(option);
    } else if (creates && index === shown.length) create.onCreate(term.trim());
    close();
  }
  function onKeyDown(event: KeyboardEvent) {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      if (open && count > 0) setActive((active + move + count) % count);
      setOpen(true);
    } else if (event.key === "Enter" && open && count > 0) {
      event.preventDefault();
      choose(active);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }
  function onType(text: string) {
    setTyped(text);
    setActive(0);
    setOpen(true);
    if (text === "" && chosen) {
      setOwn(null);
      onValueChange?.(null);
    }
  }

  return (
    <>
      <span ref={frame} className={classNames("ui-input", className)} data-size={size}>
        {icon}
        <input
          id={props.id}
          role="combobox"
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder={props.placeholder}
          disabled={props.disabled}
          value={typed ?? chosen?.label ?? ""}
          aria-label={props["aria-label"]}
          aria-describedby={props["aria-describedby"]}
          aria-invalid={props["aria-invalid"]}
          aria-expanded={open}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={open && count > 0 ? `${list}-${active}` : undefined}
          onChange={(event) => onType(event.target.value)}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        {icon ? null : <ChevronsUpDown aria-hidden="true" />}
      </span>
      {name ? <input type="hidden" name={name} value={chosen?.value ?? ""} /> : null}
      <div ref={popup} popover="manual" className="ui-popup" id={list} role="listbox" aria-label="Suggestions">
        {open &&
          shown.map((option, index) => (
            <ComboRow
              key={option.value}
              id={`${list}-${index}`}
              option={option}
              term={term}
              selected={index === active}
              onPoint={() => setActive(index)}
              onChoose={() => choose(index)}
            />
          ))}
        {open && creates ? (
          <ComboRow
            id={`${list}-${shown.length}`}
            option={{ value: "", label: create.label(term.trim()), lead: <Plus aria-hidden="true" /> }}
            term=""
            selected={active === shown.length}
            onPoint={() => setActive(shown.length)}
            onChoose={() => choose(shown.length)}
          />
        ) : null}
        {open && count === 0 ? <ComboNote state={state} term={term} /> : null}
      </div>
    </>
  );
}

function ComboNote({ state, term }: { state: "ready" | "busy" | "failed"; term: string }) {
  const statusTexts = {
    ready: term ? `No results for “${term}”.` : "Type to search.",
    busy: "Searching…",
    failed: "Search failed. Type again to retry.",
  };
  return (
    <div className="ui-menu-item text-ink-3" role="option" aria-selected="false" aria-disabled="true" tabIndex={-1}>
      {statusTexts[state]}
    </div>
  );
}
