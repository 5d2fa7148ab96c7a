"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { placePopup } from "./use-popup";

const delay = 400;

/** Adds words to a control or a figure; never the only place where something is said. */
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
    // biome-ignore lint/a11y/noStaticElementInteractions: the control inside takes the focus, this only listens
    <span
      ref={holder}
      className={className ? `inline-flex ${className}` : "inline-flex"}
      onPointerEnter={() => show(delay)}
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
