"use client";

import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "ref"> & {
  /** Without a label give an aria-label. */
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
  const wire = (element: HTMLInputElement | null) => {
    own.current = element;
    ref?.(element);
  };
  if (!label) return <input type="checkbox" className={classNames("ui-check", className)} ref={wire} {...rest} />;
  return (
    <label className={classNames("ui-choice", className)}>
      <input type="checkbox" className="ui-check" ref={wire} {...rest} />
      <span className="ui-choice-text">
        <span>{label}</span>
        {hint ? <small>{hint}</small> : null}
      </span>
    </label>
  );
}
