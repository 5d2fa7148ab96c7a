"use client";

import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { SearchResults } from "./search-results";
import { isCode, isScanned } from "./typed-text";
import { usePersistentFocus } from "./use-persistent-focus";
import { useSearch } from "./use-search";

interface ScanFieldProps {
  organization: string;
  onCode: (code: string) => void;
  onMember: (member_id: string) => void;
  onCheckOut: (member_id: string) => void;
  /** Called when a person types, so that an overlay over the field can close. */
  onTyping: () => void;
}

/** One input for the barcode scanner and for names. It keeps the focus. */
export function ScanField({ organization, onCode, onMember, onCheckOut, onTyping }: ScanFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const beganAt = useRef(0);
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const [isEnterPending, setIsEnterPending] = useState(false);
  const listId = useId();
  const { members, isSettled, error } = useSearch(organization, text);
  usePersistentFocus(field);
  useEffect(hideKeyboard, []);

  // The field always has the focus. On touch devices the on-screen keyboard stays hidden until the field is tapped.
  function hideKeyboard() {
    if (field.current && matchMedia("(pointer: coarse)").matches) field.current.inputMode = "none";
  }
  const clear = () => {
    setText("");
    setActive(0);
    setIsEnterPending(false);
  };
  const choose = (member_id: string) => {
    clear();
    onMember(member_id);
  };
  const chosen = members[Math.min(active, members.length - 1)];

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once, when the search result arrives
  useEffect(() => {
    if (!isEnterPending || !isSettled) return;
    setIsEnterPending(false);
    // Enter was pressed before the result arrived: select the member if it is the only match.
    if (members.length === 1 && chosen) choose(chosen.id);
  }, [isEnterPending, isSettled]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Enter" && text.trim() !== "") {
      event.preventDefault();
      const typing = { text, began_ms: beganAt.current, ended_ms: performance.now() };
      if (isCode(typing)) {
        clear();
        onCode(text.trim());
      } else if (chosen && isSettled) choose(chosen.id);
      else setIsEnterPending(true);
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
        <span className="sr-only">Scan a code, or search by name, phone or member code</span>
        <input
          ref={field}
          value={text}
          onChange={({ target }) => {
            if (text === "") beganAt.current = performance.now();
            setText(target.value);
            setActive(0);
            const typing = { text: target.value, began_ms: beganAt.current, ended_ms: performance.now() };
            if (target.value.length > 1 && !isScanned({ ...typing, text: target.value.padEnd(6) })) onTyping();
          }}
          onKeyDown={onKeyDown}
          onPointerDown={({ currentTarget }) => {
            currentTarget.inputMode = "search";
          }}
          onBlur={hideKeyboard}
          role="combobox"
          aria-expanded={members.length > 0}
          aria-controls={listId}
          aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
          aria-autocomplete="list"
          placeholder="Name, phone, e-mail or member code"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
        />
      </label>
    </search>
  );
}
