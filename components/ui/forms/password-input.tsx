"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import type { ButtonSize } from "@/components/ui/controls/button";

type PasswordInputProps = Omit<ComponentProps<"input">, "type" | "size"> & { size?: ButtonSize };

export function PasswordInput({
  size = "md",
  className,
  autoComplete = "current-password",
  ...rest
}: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <span className={classNames("ui-input", className)} data-size={size}>
      <input
        type={shown ? "text" : "password"}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        {...rest}
      />
      <button
        type="button"
        className="ui-input-action"
        aria-label="Show password"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        {shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
      </button>
    </span>
  );
}
