"use client";

import { type KeyboardEvent, useRef } from "react";

const itemSelector = '[role^="menuitem"]:not([aria-disabled="true"])';

/** Keyboard navigation of menus: arrow keys, Home, End and type-ahead. */
export function useMenuKeys(close: () => void) {
  const typed = useRef({ text: "", at: 0 });

  return function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>(itemSelector)];
    const index = items.indexOf(document.activeElement as HTMLElement);
    const step: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index < 0 ? items.length - 1 : index - 1,
      Home: 0,
      End: items.length - 1,
    };
    const target = step[event.key];
    if (target !== undefined) {
      event.preventDefault();
      items[(target + items.length) % items.length]?.focus();
    } else if (event.key === "Tab") {
      close();
    } else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey) {
      event.stopPropagation();
      const text = event.timeStamp - typed.current.at > 700 ? event.key : typed.current.text + event.key;
      typed.current = { text, at: event.timeStamp };
      items.find((item) => item.textContent?.trim().toLowerCase().startsWith(text.toLowerCase()))?.focus();
    }
  };
}

export function focusFirstItem(menu: HTMLElement | null) {
  menu?.querySelector<HTMLElement>(itemSelector)?.focus();
}
