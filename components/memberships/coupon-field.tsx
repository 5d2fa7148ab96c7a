"use client";

import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";

interface CouponFieldProps {
  value: string;
  /** Why the coupon does not apply. */
  error: string | undefined;
  onValueChange: (code: string) => void;
}

export function CouponField({ value, error, onValueChange }: CouponFieldProps) {
  return (
    <Field label="Coupon code" optional error={error} className="max-w-60">
      <Input
        value={value}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={({ target }) => onValueChange(target.value.toUpperCase())}
        // The code applies while it is typed. Enter would submit the sale.
        onKeyDown={(event) => {
          if (event.key === "Enter") event.preventDefault();
        }}
      />
    </Field>
  );
}
