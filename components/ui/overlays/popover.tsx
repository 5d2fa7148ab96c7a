"use client";

import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { ButtonSize, ButtonVariant } from "@/components/ui/controls/button";
import { type PopupAlign, usePopup } from "./use-popup";

interface PopoverProps {
  label: string;
  trigger: ReactNode;
  children: ReactNode | ((close: () => void) => ReactNode);
  iconOnly?: boolean;
  variant?: ButtonVariant;
  size?: ButtonSize;
  align?: PopupAlign;
  triggerClassName?: string;
  className?: string;
}

export function Popover(props: PopoverProps) {
  const {
    label,
    trigger,
    children,
    iconOnly,
    variant = "secondary",
    size = "md",
    align,
    triggerClassName,
    className,
  } = props;
  const { anchorProps, popupProps, open, close } = usePopup(align);
  const look = triggerClassName
    ? { className: triggerClassName }
    : { className: "ui-button", "data-variant": variant, "data-size": size, "data-icon": iconOnly ? "" : undefined };
  return (
    <>
      <button
        type="button"
        {...look}
        {...anchorProps}
        aria-haspopup="dialog"
        aria-label={iconOnly ? label : undefined}
        title={iconOnly ? label : undefined}
      >
        {trigger}
      </button>
      <div
        {...popupProps}
        role="dialog"
        aria-label={label}
        data-padded=""
        className={classNames("ui-popup", className)}
      >
        {open ? (typeof children === "function" ? children(close) : children) : null}
      </div>
    </>
  );
}
