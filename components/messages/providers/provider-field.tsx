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
  /** True for a secret that is stored on the server. It is never shown. */
  is_stored: boolean;
  /** True if the stored secret belongs to another server or account than the form shows. */
  is_outdated: boolean;
}

const optionWords: Record<string, string> = {
  tls: "TLS",
  starttls: "STARTTLS",
  none: "None",
};

export function ProviderField({ field, form, is_stored, is_outdated }: ProviderFieldProps) {
  const { name, label, hint, is_secret, is_required, options } = field;
  const error = form.formState.errors.fields?.[name]?.message;
  const inputProps = form.register(`fields.${name}`, {
    ...(is_required && !is_stored && { required: `Enter the ${label.toLowerCase()}` }),
  });
  const storedHint = is_stored ? "Stored. Leave empty to keep it" : hint;
  const note = is_outdated ? "Enter it again, because the server or account has changed" : storedHint;
  return (
    <Field label={label} optional={!is_required} hint={note} error={error}>
      {is_secret ? (
        <PasswordInput autoComplete="off" placeholder={is_stored ? "••••••••" : undefined} {...inputProps} />
      ) : options ? (
        <Select
          placeholder="Choose"
          options={options.map((value) => ({ value, label: optionWords[value] ?? value }))}
          {...inputProps}
        />
      ) : (
        <Input autoComplete="off" spellCheck={false} {...inputProps} />
      )}
    </Field>
  );
}
