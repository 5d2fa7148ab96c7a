"use client";

import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Spinner } from "@/components/ui/data/spinner";
import { KeyCap } from "./key-cap";
import { Link } from "./link";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger" | "danger-quiet" | "invert";
export type ButtonSize = "sm" | "md" | "lg" | "touch";

export interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** An icon before the label. */
  icon?: ReactNode;
  /** The keyboard shortcut, shown as a key cap. */
  keyCap?: string;
  full?: boolean;
}

type ButtonProps = Omit<ComponentProps<"button">, "prefix"> & ButtonLook & { busy?: boolean };

export function Button({
  variant = "secondary",
  size = "md",
  icon,
  keyCap,
  full,
  busy,
  children,
  className,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) {
  const act = (event: MouseEvent<HTMLButtonElement>) => {
    // Ignores the second click of a double click, which arrives before the first one has rendered.
    if ((variant === "primary" || variant === "danger") && event.detail > 1) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      // A busy button is not disabled, so that it keeps the focus, but it does not submit or act again.
      type={busy ? "button" : type}
      onClick={busy ? undefined : act}
      aria-busy={busy || undefined}
      {...look({ variant, size, full, className })}
      {...rest}
    >
      {busy ? <Spinner /> : icon}
      {children}
      {keyCap ? <KeyCap>{keyCap}</KeyCap> : null}
    </button>
  );
}

export function ButtonLink({
  variant = "secondary",
  size = "md",
  icon,
  keyCap,
  full,
  children,
  className,
  ...rest
}: ComponentProps<typeof Link> & ButtonLook) {
  return (
    <Link {...look({ variant, size, full, className })} {...rest}>
      {icon}
      {children}
      {keyCap ? <KeyCap>{keyCap}</KeyCap> : null}
    </Link>
  );
}

function look({
  variant,
  size,
  full,
  className,
}: Pick<ButtonLook, "variant" | "size" | "full"> & { className?: string }) {
  return {
    className: classNames("ui-button", className),
    "data-variant": variant,
    "data-size": size,
    "data-full": full || undefined,
  };
}
