"use client";

import { type ComponentProps, useState } from "react";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { cleanPhone } from "@/lib/values/phone";

interface PhoneInputProps {
  label: string;
  /** The calling code of the gym's country, such as "1". */
  calling_code: string;
  error: string | undefined;
  onNormalize: (e164: string) => void;
  field: ComponentProps<typeof Input>;
}

/** Accepts national numbers and adds the calling code of the gym's country. */
export function PhoneInput({ label, calling_code, error, onNormalize, field }: PhoneInputProps) {
  const [normalized, setNormalized] = useState<string | null>(null);
  return (
    <Field
      label={label}
      optional
      error={error}
      hint={normalized ? `Saved as ${normalized}` : `With country code. Default: +${calling_code}`}
    >
      <Input
        type="tel"
        autoComplete="off"
        placeholder={`+${calling_code}`}
        {...field}
        onBlur={(event) => {
          const typed = event.target.value.trim();
          const clean = typed ? cleanPhone(typed, { calling_code }) : null;
          if (clean?.ok && clean.e164 !== typed) {
            onNormalize(clean.e164);
            setNormalized(clean.e164);
          } else setNormalized(null);
          field.onBlur?.(event);
        }}
      />
    </Field>
  );
}
