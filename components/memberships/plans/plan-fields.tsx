"use client";

import { Controller, type UseFormReturn } from "react-hook-form";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { Textarea } from "@/components/ui/forms/textarea";
import { planKinds } from "@/lib/values/statuses";
import { MoneyInput } from "./money-input";
import { PlanAccess } from "./plan-access";
import { defaultTerms, hasJoiningFee, type Plan, type PlanValues } from "./plan-form";
import type { PlanLocation } from "./plan-sheet";
import { type DateContext, kindHints, kindNames } from "./wording";

export interface PlanFieldsProps {
  form: UseFormReturn<PlanValues, unknown, PlanValues>;
  values: PlanValues;
  reader: DateContext;
  locations: readonly PlanLocation[];
  plan: Plan | null;
}

export function PlanFields({ form, values, reader, locations, plan }: PlanFieldsProps) {
  const { errors } = form.formState;
  const is_sold = (plan?.current_memberships ?? 0) > 0;
  const choose = (kind: PlanValues["kind"]) => {
    form.setValue("kind", kind);
    for (const [name, value] of Object.entries(defaultTerms[kind]))
      form.setValue(name as "interval_count", value as number);
    form.clearErrors();
  };
  return (
    <>
      <Field label="Name" error={errors.name?.message} hint="Shown on passes and receipts">
        <Input placeholder="Unlimited" autoFocus={!plan} {...form.register("name")} />
      </Field>
      <RadioGroup
        label="Type"
        name="kind"
        look="cards"
        value={values.kind}
        onValueChange={(kind) => choose(kind as PlanValues["kind"])}
        options={planKinds.map((kind) => ({
          value: kind,
          label: kindNames[kind],
          hint: kindHints[kind],
          disabled: is_sold && kind !== values.kind,
        }))}
        error={errors.kind?.message}
      />
      {is_sold ? (
        <p className="text-12 text-ink-3">
          {plan?.name} has been sold, so its type and billing interval cannot be changed. Archive it and create a new
          plan instead.
        </p>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Amount form={form} name="price_minor" label="Price" reader={reader} currency={values.currency} />
        {hasJoiningFee(values.kind) ? (
          <Amount form={form} name="joining_fee_minor" label="Joining fee" reader={reader} currency={values.currency} />
        ) : null}
        <IntervalFields form={form} values={values} is_sold={is_sold} />
        {values.kind === "session_pack" || values.sessions_included !== null ? (
          <Field label="Visits included" error={errors.sessions_included?.message}>
            <Input
              inputMode="numeric"
              align="end"
              suffix="visits"
              {...form.register("sessions_included", {
                setValueAs: (text) => (text === "" || text === null ? null : Number(text)),
              })}
            />
          </Field>
        ) : null}
      </div>
      <PlanAccess form={form} values={values} locations={locations} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Code" optional error={errors.code?.message} hint="For imports and internal use">
          <Input {...form.register("code", { setValueAs: (text) => text || null })} />
        </Field>
      </div>
      <Field label="Description" optional error={errors.description?.message}>
        <Textarea rows={2} {...form.register("description", { setValueAs: (text) => text || null })} />
      </Field>
    </>
  );
}

interface AmountProps extends Pick<PlanFieldsProps, "form" | "reader"> {
  name: "price_minor" | "joining_fee_minor";
  label: string;
  currency: string;
}

function Amount({ form, name, label, reader, currency }: AmountProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <Field label={label} error={fieldState.error?.message}>
          <MoneyInput
            ref={field.ref}
            name={name}
            currency={currency}
            locale={reader.locale}
            value={field.value}
            onValueChange={field.onChange}
          />
        </Field>
      )}
    />
  );
}

function IntervalFields({ form, values, is_sold }: Pick<PlanFieldsProps, "form" | "values"> & { is_sold: boolean }) {
  const { errors } = form.formState;
  if (values.kind === "day_pass") return null;
  const label = values.kind === "recurring" ? "Billing interval" : values.kind === "trial" ? "Duration" : "Valid for";
  return (
    <Field label={label} error={errors.interval_count?.message ?? errors.interval_unit?.message}>
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
    </Field>
  );
}
