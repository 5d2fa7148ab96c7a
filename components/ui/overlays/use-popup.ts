"use client";

import { type ToggleEvent, useCallback, useEffect, useId, useRef, useState } from "react";

export type PopupAlign = "start" | "end";

const edge = 8;
const gap = 6;

/** Places a popup below its anchor, or above it if there is no room, always inside the window. */
export function placePopup(anchor: HTMLElement, popup: HTMLElement, align: PopupAlign) {
  const box = anchor.getBoundingClientRect();
  const left = align === "end" ? box.right - popup.offsetWidth : box.left;
  const below = box.bottom + gap;
  const above = box.top - gap - popup.offsetHeight;
  const fitsBelow = below + popup.offsetHeight <= innerHeight - edge;
  popup.style.left = `${Math.max(edge, Math.min(left, innerWidth - popup.offsetWidth - edge))}px`;
  popup.style.top = `${fitsBelow || above < edge ? Math.max(edge, Math.min(below, innerHeight - popup.offsetHeight - edge)) : above}px`;
  popup.dataset.placed = "";
}

/** A native popover below a button. The browser handles the top layer, Escape, outside clicks and focus restoration. */
export function usePopup(align: PopupAlign = "start") {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  const place = useCallback(() => {
    if (anchor.current && popup.current) placePopup(anchor.current, popup.current, align);
  }, [align]);

  // The browser opens a popover also before hydration, and no event of it arrives then.
  useEffect(() => {
    if (!popup.current?.matches(":popover-open")) return;
    setOpen(true);
    place();
  }, [place]);

  useEffect(() => {
    if (!open) return;
    addEventListener("resize", place);
    addEventListener("scroll", place, { capture: true, passive: true });
    return () => {
      removeEventListener("resize", place);
      removeEventListener("scroll", place, { capture: true });
    };
  }, [open, place]);

  const onToggle = useCallback(
    (event: ToggleEvent<HTMLDivElement>) => {
      const isOpen = event.newState === "open";
      setOpen(isOpen);
      if (isOpen) place();
      else delete event.currentTarget.dataset.placed;
    },
    [place],
  );

  return {
    open,
    close: () => popup.current?.hidePopover(),
    show: () => popup.current?.showPopover(),
    anchor,
    popup,
    anchorProps: { ref: anchor, popoverTarget: id, "aria-expanded": open, "aria-controls": id },
    popupProps: { ref: popup, id, popover: "auto" as const, onToggle, tabIndex: -1 },
  };
}
