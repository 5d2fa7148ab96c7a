"use client";

import { Controller } from "react-hook-form";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { NumberField } from "./number-field";
import type { PlanFieldsProps } from "./plan-fields";

type Props = Pick<PlanFieldsProps, "form" | "values"> & { is_sold: boolean };

/** When a recurring plan is billed, how long it binds, and how its price is taxed. */
export function PlanBilling({ form, values, is_sold }: Props) {
  const { errors } = form.formState;
  const is_recurring = values.kind === "recurring";
  const is_monthly = values.interval_unit === "month" || values.interval_unit === "year";
  return (
    <>
      {is_recurring && is_monthly ? (
        <RadioGroup
          label="Billing day"
          name="billing_day_of"
          look="row"
          value={values.billing_day === null || values.billing_day === undefined ? "start" : "fixed"}
          onValueChange={(day) => form.setValue("billing_day", day === "start" ? null : 1)}
          options={[
            { value: "start", label: "The day each member starts", disabled: is_sold },
            { value: "fixed", label: "One day for all", disabled: is_sold },
          ]}
          error={values.billing_day === null ? errors.billing_day?.message : undefined}
        />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        {is_recurring && is_monthly && values.billing_day !== null && values.billing_day !== undefined ? (
          <NumberField
            form={form}
            name="billing_day"
            label="Day of the month"
            hint="The first period is charged by days"
            disabled={is_sold}
          />
        ) : null}
        {is_recurring ? (
          <>
            <NumberField form={form} name="min_term_months" label="Minimum term" suffix="months" optional />
            <NumberField form={form} name="notice_days" label="Notice to cancel" suffix="days" />
          </>
        ) : (
          <Field label="A renewal starts" error={errors.renews_from?.message}>
            <Select
              options={[
                { value: "today", label: "On the day of the renewal" },
                { value: "old_end", label: "After the old end, without a gap" },
              ]}
              {...form.register("renews_from")}
            />
          </Field>
        )}
        <Field label="Tax class" error={errors.tax_class?.message} hint="Its rates are in the tax settings">
          <Input {...form.register("tax_class")} />
        </Field>
      </div>
      <div className="flex flex-col gap-2">
        {is_recurring ? (
          <Controller
            control={form.control}
            name="is_first_period_free"
            render={({ field: { value, onChange } }) => (
              <Checkbox
                label="The first period is free"
                checked={Boolean(value)}
                onChange={({ target }) => onChange(target.checked)}
              />
            )}
          />
        ) : null}
        <Controller
          control={form.control}
          name="is_price_with_tax"
          render={({ field: { value, onChange } }) => (
            <Checkbox
              label="The price includes tax"
              checked={Boolean(value)}
              disabled={is_sold}
              onChange={({ target }) => onChange(target.checked)}
            />
          )}
        />
      </div>
    </>
  );
}
