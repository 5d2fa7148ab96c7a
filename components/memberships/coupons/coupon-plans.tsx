"use client";

import { Controller, type UseFormReturn } from "react-hook-form";
import { Checkbox } from "@/components/ui/forms/checkbox";
import type { CouponValues } from "./coupon";

interface CouponPlansProps {
  form: UseFormReturn<CouponValues, unknown, CouponValues>;
  plans: readonly { id: string; name: string }[];
}

/** The plans that a coupon is for; none chosen: all. */
export function CouponPlans({ form, plans }: CouponPlansProps) {
  return (
    <Controller
      control={form.control}
      name="plan_ids"
      render={({ field, fieldState }) => (
        <fieldset className="ui-field" aria-invalid={fieldState.error ? true : undefined}>
          <legend className="ui-label mb-1.5">Plans</legend>
          <p className="ui-hint mb-2">{field.value.length === 0 ? "It applies to every plan." : "Only to these."}</p>
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            {plans.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={field.value.includes(id)}
                onChange={({ target }) =>
                  field.onChange(target.checked ? [...field.value, id] : field.value.filter((old) => old !== id))
                }
              />
            ))}
          </div>
          {fieldState.error ? <p className="ui-error">{fieldState.error.message}</p> : null}
        </fieldset>
      )}
    />
  );
}
