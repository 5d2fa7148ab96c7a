"use client";

import { type RefObject, useEffect } from "react";

/**
 * A barcode scanner types into the focused element, so the scan field takes all text input that is not meant for another
 * field (I18). It takes the focus whenever no other element has it, and when a letter is typed on a button.
 */
export function usePersistentFocus(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const take = () => field.current?.focus({ preventScroll: true });
    const isElsewhere = () => document.querySelector("dialog[open], [popover]:popover-open [role=menuitem]") !== null;
    const takeIfFree = () => {
      if (!isElsewhere() && (document.activeElement === document.body || document.activeElement === null)) take();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const isText = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isText && !isElsewhere() && document.activeElement !== field.current) take();
    };
    // The browser moves the focus after this event.
    const later = () => setTimeout(takeIfFree, 0);
    take();
    document.addEventListener("keydown", onKeyDown, true);
    document.addEventListener("focusout", later);
    document.addEventListener("pointerup", later);
    addEventListener("focus", takeIfFree);
    return () => {
      document.removeEventListener("keydown", onKeyDown, true);
      document.removeEventListener("focusout", later);
      document.removeEventListener("pointerup", later);
      removeEventListener("focus", takeIfFree);
    };
  }, [field]);
}
