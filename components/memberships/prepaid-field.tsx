"use client";

import { Field } from "@/components/ui/forms/field";
import { Select } from "@/components/ui/forms/select";

interface PrepaidFieldProps {
  kind: "recurring" | "fixed_term";
  value: number;
  error: string | undefined;
  onValueChange: (periods: number) => void;
}

const choices = [1, 2, 3, 4, 5, 6, 12, 24, 36];

/** C17: how many periods or terms are paid at once. */
export function PrepaidField({ kind, value, error, onValueChange }: PrepaidFieldProps) {
  const unit = kind === "recurring" ? "period" : "term";
  return (
    <Field label="Paid at once" error={error} className="max-w-60">
      <Select
        value={String(value)}
        options={choices.map((count) => ({ value: String(count), label: `${count} ${unit}${count === 1 ? "" : "s"}` }))}
        onChange={({ target }) => onValueChange(Number(target.value))}
      />
    </Field>
  );
}
