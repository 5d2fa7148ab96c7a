"use client";

import { type MouseEvent, type SyntheticEvent, useLayoutEffect, useRef } from "react";

const firstField = ":is(input:not([type=hidden]), select, textarea):not(:disabled)";

/** Drives a native modal dialog: the browser traps the focus, makes the page inert and returns the focus. */
export function useModal(requestClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null);
  const leaving = useRef(false);

  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    leaving.current = false;
    dialog.showModal();
    // On a touch screen a focused field would open the keyboard over the dialog.
    const field = matchMedia("(pointer: coarse)").matches ? null : dialog.querySelector<HTMLElement>(firstField);
    (dialog.querySelector<HTMLElement>("[data-autofocus]") ?? field ?? dialog).focus();
    return () => {
      leaving.current = true;
      dialog.close();
      wakeField(document.activeElement);
    };
  }, []);

  return {
    ref,
    tabIndex: -1,
    onCancel(event: SyntheticEvent<HTMLDialogElement>) {
      // A file field's own cancel event bubbles up to here.
      if (event.target !== event.currentTarget) return;
      event.preventDefault();
      requestClose();
    },
    onClose(event: SyntheticEvent<HTMLDialogElement>) {
      if (event.target === event.currentTarget && !leaving.current && !event.currentTarget.open) requestClose();
    },
    onMouseDown(event: MouseEvent<HTMLDialogElement>) {
      if (event.target !== event.currentTarget || !isOutside(event)) return;
      // The press itself would move the focus to the page after the dialog has given it back.
      event.preventDefault();
      requestClose();
    },
  };
}

/** Chromium gives a field its focus back but not its caret: what is typed then goes nowhere. */
function wakeField(field: Element | null) {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.blur();
  field.focus();
}

function isOutside(event: MouseEvent<HTMLDialogElement>) {
  const box = event.currentTarget.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}
