"use client";

import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { SearchResults } from "./search-results";
import { isCode, isScanned } from "./typed-text";
import { useHeldFocus } from "./use-held-focus";
import { useSearch } from "./use-search";

interface ScanFieldProps {
  organization: string;
  onCode: (code: string) => void;
  onMember: (member_id: string) => void;
  onCheckOut: (member_id: string) => void;
  /** Somebody types by hand: what covers the field should go. */
  onTyping: () => void;
}

/** One field for the hand scanner and for names; it keeps the focus. */
export function ScanField({ organization, onCode, onMember, onCheckOut, onTyping }: ScanFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const began = useRef(0);
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const [wantsFirst, setWantsFirst] = useState(false);
  const listId = useId();
  const { members, isSettled, error } = useSearch(organization, text);
  useHeldFocus(field);
  useEffect(quiet, []);

  // The field holds the focus; until somebody touches it, a tablet's keyboard must not lie over the screen.
  function quiet() {
    if (field.current && matchMedia("(pointer: coarse)").matches) field.current.inputMode = "none";
  }
  const clear = () => {
    setText("");
    setActive(0);
    setWantsFirst(false);
  };
  const choose = (member_id: string) => {
    clear();
    onMember(member_id);
  };
  const chosen = members[Math.min(active, members.length - 1)];

  // biome-ignore lint/correctness/useExhaustiveDependencies: acts once, when the answer has come
  useEffect(() => {
    if (!wantsFirst || !isSettled) return;
    setWantsFirst(false);
    // Enter came before the answer: whoever is the only one found is meant.
    if (members.length === 1 && chosen) choose(chosen.id);
  }, [wantsFirst, isSettled]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Enter" && text.trim() !== "") {
      event.preventDefault();
      const typing = { text, began_ms: began.current, ended_ms: performance.now() };
      if (isCode(typing)) {
        clear();
        onCode(text.trim());
      } else if (chosen && isSettled) choose(chosen.id);
      else setWantsFirst(true);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (members.length === 0) return;
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((Math.min(active, members.length - 1) + step + members.length) % members.length);
    } else if (event.key === "F3" && chosen) {
      event.preventDefault();
      clear();
      onCheckOut(chosen.id);
    } else if (event.key === "Escape" && text !== "") {
      event.preventDefault();
      event.stopPropagation();
      clear();
    }
  }

  return (
    <search className="desk-find">
      <SearchResults
        id={listId}
        members={members}
        active={chosen?.id}
        isEmpty={isSettled && members.length === 0 && !error}
        error={error?.message}
        onChoose={choose}
        onCheckOut={(member_id) => {
          clear();
          onCheckOut(member_id);
        }}
      />
      <label className="desk-field">
        <Search aria-hidden="true" />
        <span className="sr-only">Scan a code, or search by name, phone or number</span>
        <input
          ref={field}
          value={text}
          onChange={({ target }) => {
            if (text === "") began.current = performance.now();
            setText(target.value);
            setActive(0);
            const typing = { text: target.value, began_ms: began.current, ended_ms: performance.now() };
            if (target.value.length > 1 && !isScanned({ ...typing, text: target.value.padEnd(6) })) onTyping();
          }}
          onKeyDown={onKeyDown}
          onPointerDown={({ currentTarget }) => {
            currentTarget.inputMode = "search";
          }}
          onBlur={quiet}
          role="combobox"
          aria-expanded={members.length > 0}
          aria-controls={listId}
          aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
          aria-autocomplete="list"
          placeholder="Name, phone or number"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
        />
      </label>
    </search>
  );
}
