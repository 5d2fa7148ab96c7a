"use client";

import type { ReactNode } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import type { PlanValues } from "./plan-form";

type NumberName =
  | "billing_day"
  | "min_term_months"
  | "notice_days"
  | "guest_passes"
  | "min_age"
  | "max_age"
  | "sessions_included";

interface NumberFieldProps {
  form: UseFormReturn<PlanValues, unknown, PlanValues>;
  name: NumberName;
  label: string;
  suffix?: string;
  hint?: ReactNode;
  /** An empty field is null; otherwise it is 0. */
  optional?: boolean;
  disabled?: boolean;
}

/** A whole number. */
export function NumberField({ form, name, label, suffix, hint, optional, disabled }: NumberFieldProps) {
  return (
    <Field label={label} hint={hint} optional={optional} error={form.formState.errors[name]?.message}>
      <Input
        inputMode="numeric"
        align="end"
        suffix={suffix}
        disabled={disabled}
        {...form.register(name, { setValueAs: (text) => numberOf(text, optional ? null : 0) })}
      />
    </Field>
  );
}

const numberOf = (text: unknown, empty: number | null) => (text === "" || text === null ? empty : Number(text));
