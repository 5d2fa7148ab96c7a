"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { errorsByField, type FormErrors } from "./errors-by-field";

/** Says how to correct a value; null for a value that can be sent. */
export type FieldCheck = (value: string) => string | null;

interface PlainFormOptions<Name extends string> {
  /** The names of the controls. */
  fields: readonly Name[];
  /** Checks beyond the attribute `required`, whose message is in `data-missing`. */
  checks?: Partial<Record<Name, FieldCheck>>;
  /** An ApiError that it throws is shown in the form. It returns when the form may be sent again. */
  send: (values: Record<Name, string>, form: HTMLFormElement) => Promise<void>;
}

/** A form whose values stay in the page's own controls. The public pages use it, because react-hook-form weighs 13 kB. */
export function usePlainForm<Name extends string>({ fields, checks = {}, send }: PlainFormOptions<Name>) {
  const ref = useRef<HTMLFormElement>(null);
  const isSending = useRef(false);
  const [isPending, setIsPending] = useState(false);
  const [shown, setShown] = useState<{ errors: FormErrors<Name>; by_submit: boolean }>({
    errors: {},
    by_submit: false,
  });

  // Errors that appear while the user types must not move the focus.
  useEffect(() => {
    if (shown.by_submit) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [shown]);

  const show = (errors: FormErrors<Name>) => setShown({ errors, by_submit: true });
  const messageOf = (form: HTMLFormElement, name: Name) => {
    const control = controlOf(form, name);
    if (!control) return null;
    const refused = (checks as Partial<Record<Name, FieldCheck>>)[name]?.(control.value);
    return refused ?? (control.validity.valueMissing ? (control.dataset.missing ?? "Fill this in") : null);
  };
  /** Checks a field that has an error, after its value has changed. */
  const recheck = (name: string) => {
    const form = ref.current;
    if (!form || !shown.errors[name as Name]) return;
    const message = messageOf(form, name as Name);
    setShown({ errors: { ...shown.errors, [name]: message ?? undefined }, by_submit: false });
  };

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    if (isSending.current) return;
    const refused = fields.flatMap((name) => {
      const message = messageOf(form, name);
      return message ? [[name, message] as const] : [];
    });
    show(Object.fromEntries(refused) as FormErrors<Name>);
    if (refused.length > 0) return;
    isSending.current = true;
    setIsPending(true);
    try {
      await send(valuesOf(form, fields), form);
    } catch (error) {
      show(errorsByField(error, fields));
    }
    isSending.current = false;
    setIsPending(false);
  }

  return {
    form: {
      ref,
      onSubmit,
      onInput: ({ target }: FormEvent<HTMLFormElement>) => recheck((target as Partial<HTMLInputElement>).name ?? ""),
      // The browser's own messages would appear in bubbles.
      noValidate: true,
    },
    errors: shown.errors,
    isPending,
    recheck,
  };
}

type Control = HTMLInputElement | HTMLSelectElement;

export const controlOf = (form: HTMLFormElement, name: string): Control | null =>
  form.elements.namedItem(name) as Control | null;

function valuesOf<Name extends string>(form: HTMLFormElement, fields: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(fields.map((name) => [name, controlOf(form, name)?.value ?? ""])) as Record<Name, string>;
}
