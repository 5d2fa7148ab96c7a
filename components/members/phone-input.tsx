"use client";

import { type ComponentProps, useState } from "react";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { cleanPhone } from "@/lib/values/phone";

interface PhoneInputProps {
  label: string;
  /** The prefix of the country in which the gym stands: "1". */
  calling_code: string;
  error: string | undefined;
  onRead: (e164: string) => void;
  field: ComponentProps<typeof Input>;
}

/** Takes a number as it is written at home and puts the country's prefix before it. */
export function PhoneInput({ label, calling_code, error, onRead, field }: PhoneInputProps) {
  const [read, setRead] = useState<string | null>(null);
  return (
    <Field
      label={label}
      optional
      error={error}
      hint={read ? `Read as ${read}` : `With the country's prefix; without one it counts as +${calling_code}`}
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
            onRead(clean.e164);
            setRead(clean.e164);
          } else setRead(null);
          field.onBlur?.(event);
        }}
      />
    </Field>
  );
}
