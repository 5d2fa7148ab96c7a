"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import type { ButtonSize } from "@/components/ui/controls/button";

type PasswordInputProps = Omit<ComponentProps<"input">, "type" | "size"> & {
  size?: ButtonSize;
  /** Given where the form has the toggle in another place of the tab order. */
  shown?: boolean;
};

export function PasswordInput({
  size = "md",
  className,
  autoComplete = "current-password",
  shown,
  ...rest
}: PasswordInputProps) {
  const [ownShown, setOwnShown] = useState(false);
  return (
    <span className={classNames("ui-input", className)} data-size={size}>
      <input
        type={(shown ?? ownShown) ? "text" : "password"}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        {...rest}
      />
      {shown === undefined ? <PasswordToggle shown={ownShown} onChange={setOwnShown} /> : null}
    </span>
  );
}

interface PasswordToggleProps {
  shown: boolean;
  onChange: (shown: boolean) => void;
  className?: string;
}

export function PasswordToggle({ shown, onChange, className }: PasswordToggleProps) {
  return (
    <button
      type="button"
      className={classNames("ui-input-action", className)}
      aria-label="Show password"
      aria-pressed={shown}
      onClick={() => onChange(!shown)}
    >
      {shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
    </button>
  );
}
