"use client";

import { type ComponentProps, type MouseEvent, type ReactNode, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import type { ButtonSize, ButtonVariant } from "@/components/ui/controls/button";
import { focusFirstItem, useMenuKeys } from "./use-menu-keys";
import { type PopupAlign, usePopup } from "./use-popup";

interface MenuProps {
  /** The accessible name of the menu, and of an icon-only button. */
  label: string;
  /** The content of the button. */
  trigger: ReactNode;
  children: ReactNode;
  iconOnly?: boolean;
  variant?: ButtonVariant;
  size?: ButtonSize;
  align?: PopupAlign;
  /** Replaces the button styles, for switchers. */
  triggerClassName?: string;
  className?: string;
}

export function Menu(props: MenuProps) {
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
  const { anchorProps, popupProps, popup, close, show } = usePopup(align);
  const byKeyboard = useRef(false);
  const onKeyDown = useMenuKeys(close);
  const look = triggerClassName
    ? { className: triggerClassName }
    : { className: "ui-button", "data-variant": variant, "data-size": size, "data-icon": iconOnly ? "" : undefined };

  function onItemClick(event: MouseEvent<HTMLElement>) {
    const item = (event.target as HTMLElement).closest('[role^="menuitem"]');
    if (item && item.getAttribute("aria-disabled") !== "true") close();
  }

  return (
    <>
      <button
        type="button"
        {...look}
        {...anchorProps}
        aria-haspopup="menu"
        aria-label={iconOnly ? label : undefined}
        title={iconOnly ? label : undefined}
        onPointerDown={() => {
          byKeyboard.current = false;
        }}
        onKeyDown={(event) => {
          byKeyboard.current = true;
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          show();
        }}
      >
        {trigger}
      </button>
      <div
        {...popupProps}
        role="menu"
        aria-label={label}
        className={classNames("ui-popup", className)}
        onKeyDown={onKeyDown}
        onClick={onItemClick}
        onToggle={(event) => {
          popupProps.onToggle(event);
          if (event.newState !== "open") return;
          if (byKeyboard.current) focusFirstItem(popup.current);
          else popup.current?.focus();
        }}
      >
        {children}
      </div>
    </>
  );
}

type MenuItemProps = Omit<ComponentProps<"button">, "onSelect"> & {
  onSelect?: () => void;
  icon?: ReactNode;
  /** Grey text at the end, such as a price or a key. */
  end?: ReactNode;
  tone?: "bad";
};

export function MenuItem({ onSelect, icon, end, tone, disabled, children, ...rest }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className="ui-menu-item"
      data-tone={tone}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onSelect}
      {...rest}
    >
      {icon}
      {children}
      {end ? <span className="ui-menu-end">{end}</span> : null}
    </button>
  );
}
