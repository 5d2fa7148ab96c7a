"use client";

import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { intervalPresets as presets } from "./interval-presets";
import type { PlanValues } from "./plan-form";

interface IntervalFieldProps {
  form: UseFormReturn<PlanValues, unknown, PlanValues>;
  values: PlanValues;
  is_sold: boolean;
}

export function IntervalField({ form, values, is_sold }: IntervalFieldProps) {
  const { errors } = form.formState;
  const preset = presets.find(
    ({ interval_unit, interval_count }) =>
      interval_unit === values.interval_unit && interval_count === Number(values.interval_count),
  );
  const [is_custom, setCustom] = useState(preset === undefined);
  if (values.kind === "day_pass") return null;
  const is_recurring = values.kind === "recurring";
  const label = is_recurring ? "Billed" : values.kind === "trial" ? "Duration" : "Valid for";
  const error = errors.interval_count?.message ?? errors.interval_unit?.message;
  const choose = (value: string) => {
    const chosen = presets.find((one) => one.value === value);
    setCustom(!chosen);
    if (!chosen) return;
    form.setValue("interval_unit", chosen.interval_unit);
    form.setValue("interval_count", chosen.interval_count);
    if (chosen.interval_unit === "week") form.setValue("billing_day", null);
  };
  const numbers = (
    <span className="grid grid-cols-[80px_1fr] gap-2">
      <Input
        aria-label={`${label}, number`}
        inputMode="numeric"
        align="end"
        disabled={is_sold}
        {...form.register("interval_count", { valueAsNumber: true, disabled: is_sold })}
      />
      <Select
        aria-label={`${label}, unit`}
        disabled={is_sold}
        options={["day", "week", "month", "year"].map((unit) => ({
          value: unit,
          label: Number(values.interval_count) === 1 ? unit : `${unit}s`,
        }))}
        {...form.register("interval_unit", { disabled: is_sold })}
      />
    </span>
  );
  if (!is_recurring) {
    return (
      <Field label={label} error={error}>
        {numbers}
      </Field>
    );
  }
  const shown_custom = is_custom || preset === undefined;
  return (
    <>
      <Field label={label} error={error}>
        <Select
          disabled={is_sold}
          value={shown_custom ? "custom" : preset.value}
          onChange={({ target }) => choose(target.value)}
          options={[...presets, { value: "custom", label: "Another interval" }]}
        />
      </Field>
      {shown_custom ? <Field label="Every">{numbers}</Field> : null}
    </>
  );
}
