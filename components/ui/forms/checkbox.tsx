"use client";

import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "ref"> & {
  /** Without a label, pass an aria-label. */
  label?: ReactNode;
  hint?: ReactNode;
  indeterminate?: boolean;
  ref?: (element: HTMLInputElement | null) => void;
};

export function Checkbox({ label, hint, indeterminate, className, ref, ...rest }: CheckboxProps) {
  const own = useRef<HTMLInputElement | null>(null);
  useEffect(() => {
    if (own.current) own.current.indeterminate = indeterminate ?? false;
  }, [indeterminate]);
  const setRef = (element: HTMLInputElement | null) => {
    own.current = element;
    ref?.(element);
  };
  if (!label) return <input type="checkbox" className={classNames("ui-check", className)} ref={setRef} {...rest} />;
  return (
    <label className={classNames("ui-choice", className)}>
      <input type="checkbox" className="ui-check" ref={setRef} {...rest} />
      <span className="ui-choice-text">
        <span>{label}</span>
        {hint ? <small>{hint}</small> : null}
      </span>
    </label>
  );
}
