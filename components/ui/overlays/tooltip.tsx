"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { placePopup } from "./use-popup";

const delayMs = 400;

/** Additional text for a control or a figure. Must not be the only source of the information. */
export function Tooltip({ text, children, className }: { text: ReactNode; children: ReactNode; className?: string }) {
  const id = useId();
  const holder = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    holder.current?.firstElementChild?.setAttribute("aria-describedby", id);
    return () => clearTimeout(timer.current);
  }, [id]);

  const show = (after: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!holder.current || !tip.current) return;
      tip.current.showPopover();
      placePopup(holder.current, tip.current, "start");
    }, after);
  };
  const hide = () => {
    clearTimeout(timer.current);
    tip.current?.hidePopover();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the focusable control is inside; this element only listens
    <span
      ref={holder}
      className={className ? `inline-flex ${className}` : "inline-flex"}
      onPointerEnter={() => show(delayMs)}
      onPointerLeave={hide}
      onFocus={() => show(0)}
      onBlur={hide}
      onKeyDown={(event) => {
        if (event.key === "Escape") hide();
      }}
    >
      {children}
      <span ref={tip} id={id} role="tooltip" popover="manual" className="ui-tooltip">
        {text}
      </span>
    </span>
  );
}
