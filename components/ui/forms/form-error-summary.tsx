"use client";

import { useEffect, useId, useRef } from "react";

export interface FormError {
  /** The control's name attribute; without it the line is plain text. */
  name?: string;
  message: string;
}

/** Stands at the top of a form and takes the focus when the errors change. Each line leads to its field. */
export function FormErrorSummary({ errors, title }: { errors: readonly FormError[]; title?: string }) {
  const box = useRef<HTMLElement>(null);
  const heading = useId();
  const key = errors.map((error) => `${error.name}:${error.message}`).join("|");
  useEffect(() => {
    if (key) box.current?.focus();
  }, [key]);

  if (errors.length === 0) return null;
  return (
    <section ref={box} className="ui-error-summary" aria-labelledby={heading} tabIndex={-1}>
      <h2 id={heading}>
        {title ?? (errors.length === 1 ? "One thing to correct" : `${errors.length} things to correct`)}
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.name}:${error.message}`}>
            {error.name ? (
              <button type="button" onClick={(event) => focusControl(event.currentTarget, error.name)}>
                {error.message}
              </button>
            ) : (
              error.message
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function focusControl(from: HTMLElement, name: string | undefined) {
  const scope = from.closest("form") ?? document;
  scope.querySelector<HTMLElement>(`[name="${CSS.escape(name ?? "")}"]`)?.focus();
}
