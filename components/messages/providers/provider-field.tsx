"use client";

import type { UseFormReturn } from "react-hook-form";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { PasswordInput } from "@/components/ui/forms/password-input";
import { Select } from "@/components/ui/forms/select";
import type { ProviderChoice } from "./provider";
import type { ProviderValues } from "./provider-sheet";

interface ProviderFieldProps {
  field: ProviderChoice["fields"][number];
  form: UseFormReturn<ProviderValues>;
  /** A secret that the server has; it is never shown again. */
  is_stored: boolean;
  /** Stored, but for another server or account than the form names now. */
  is_outdated: boolean;
}

const optionWords: Record<string, string> = {
  tls: "TLS from the first byte",
  starttls: "STARTTLS",
  none: "None",
};

export function ProviderField({ field, form, is_stored, is_outdated }: ProviderFieldProps) {
  const { name, label, hint, is_secret, is_required, options } = field;
  const error = form.formState.errors.fields?.[name]?.message;
  const wiring = form.register(`fields.${name}`, {
    ...(is_required && !is_stored && { required: `Give the ${label.toLowerCase()}` }),
  });
  const kept = is_stored ? "Stored. Leave it empty to keep it" : hint;
  const note = is_outdated ? "Enter it again: the server or account has changed" : kept;
  return (
    <Field label={label} optional={!is_required} hint={note} error={error}>
      {is_secret ? (
        <PasswordInput autoComplete="off" placeholder={is_stored ? "••••••••" : undefined} {...wiring} />
      ) : options ? (
        <Select
          placeholder="Choose"
          options={options.map((value) => ({ value, label: optionWords[value] ?? value }))}
          {...wiring}
        />
      ) : (
        <Input autoComplete="off" spellCheck={false} {...wiring} />
      )}
    </Field>
  );
}
