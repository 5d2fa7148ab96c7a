import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Spinner } from "@/components/ui/data/spinner";
import type { ButtonSize, ButtonVariant } from "./button";

interface IconLook {
  /** The action, used as accessible name and title. */
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
}

export function IconButton({
  label,
  icon,
  variant = "quiet",
  size = "md",
  busy,
  className,
  onClick,
  ...rest
}: ComponentProps<"button"> & IconLook & { busy?: boolean }) {
  return (
    <button
      type="button"
      onClick={busy ? undefined : onClick}
      aria-busy={busy || undefined}
      aria-label={label}
      title={label}
      className={classNames("ui-button", className)}
      data-icon=""
      data-variant={variant}
      data-size={size}
      {...rest}
    >
      {busy ? <Spinner /> : icon}
    </button>
  );
}
