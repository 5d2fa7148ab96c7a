"use client";

import { type MouseEvent, type SyntheticEvent, useLayoutEffect, useRef } from "react";

const firstField = ":is(input:not([type=hidden]), select, textarea):not(:disabled)";

/** Controls a native modal dialog. The browser traps the focus, makes the page inert and restores the focus. */
export function useModal(requestClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null);
  const leaving = useRef(false);

  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    leaving.current = false;
    dialog.showModal();
    // On touch screens a focused field would open the keyboard over the dialog.
    const field = matchMedia("(pointer: coarse)").matches ? null : dialog.querySelector<HTMLElement>(firstField);
    (dialog.querySelector<HTMLElement>("[data-autofocus]") ?? field ?? dialog).focus();
    return () => {
      leaving.current = true;
      dialog.close();
      restoreCaret(document.activeElement);
    };
  }, []);

  return {
    ref,
    tabIndex: -1,
    onCancel(event: SyntheticEvent<HTMLDialogElement>) {
      // The cancel event of a file input bubbles up to the dialog.
      if (event.target !== event.currentTarget) return;
      event.preventDefault();
      requestClose();
    },
    onClose(event: SyntheticEvent<HTMLDialogElement>) {
      if (event.target === event.currentTarget && !leaving.current && !event.currentTarget.open) requestClose();
    },
    onMouseDown(event: MouseEvent<HTMLDialogElement>) {
      if (event.target !== event.currentTarget || !isOutside(event)) return;
      // Otherwise the press would move the focus after the dialog has restored it.
      event.preventDefault();
      requestClose();
    },
  };
}

/** Chromium restores the focus of a field but not its caret, so that typed text would be lost. */
function restoreCaret(field: Element | null) {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.blur();
  field.focus();
}

function isOutside(event: MouseEvent<HTMLDialogElement>) {
  const box = event.currentTarget.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}
