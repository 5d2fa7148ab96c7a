"use client";

import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";

type SwitchProps = Omit<ComponentProps<"input">, "type" | "role"> & { label: ReactNode; hint?: ReactNode };

/** Takes effect immediately. In a form that is submitted, use a Checkbox. */
export function Switch({ label, hint, className, checked, ...rest }: SwitchProps) {
  const input = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the first render can differ
  useEffect(() => {
    // Replays a toggle that happened before hydration.
    if (!input.current || checked === undefined || input.current.checked === checked) return;
    input.current.checked = checked;
    input.current.click();
  }, []);
  return (
    <label className={classNames("ui-choice", className)}>
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox exposes its own state */}
      <input type="checkbox" role="switch" ref={input} className="ui-switch" checked={checked} {...rest} />
      <span className="ui-choice-text">
        <span>{label}</span>
        {hint ? <small>{hint}</small> : null}
      </span>
    </label>
  );
}
