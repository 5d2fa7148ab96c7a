"use client";

import { Plus, Trash2 } from "lucide-react";
import { Controller, useFieldArray } from "react-hook-form";
import { Button } from "@/components/ui/controls/button";
import { IconButton } from "@/components/ui/controls/icon-button";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { Textarea } from "@/components/ui/forms/textarea";
import { NumberField } from "./number-field";
import type { PlanFieldsProps } from "./plan-fields";

type Props = Pick<PlanFieldsProps, "form" | "values">;

/** What a plan includes, as members read it, and what it limits. */
export function PlanLimits({ form, values }: Props) {
  const { errors } = form.formState;
  return (
    <>
      <Controller
        control={form.control}
        name="features"
        render={({ field }) => (
          <Field
            label="What members get"
            optional
            hint="One feature per line, at most 20"
            error={errors.features?.message ?? errors.features?.[0]?.message}
          >
            <Textarea
              rows={3}
              value={(field.value ?? []).join("\n")}
              onChange={({ target }) => field.onChange(target.value === "" ? [] : target.value.split("\n"))}
              onBlur={() => field.onChange((field.value ?? []).map((line) => line.trim()).filter(Boolean))}
            />
          </Field>
        )}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <NumberField form={form} name="guest_passes" label="Guest passes" suffix="a period" />
        <NumberField form={form} name="min_age" label="From age" optional />
        <NumberField form={form} name="max_age" label="To age" optional />
      </div>
      <VisitLimits form={form} />
      {values.kind === "session_pack" ? <ClassLimits form={form} /> : null}
    </>
  );
}

function VisitLimits({ form }: Pick<Props, "form">) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "visit_limits" });
  const error = form.formState.errors.visit_limits;
  return (
    <fieldset className="ui-field">
      <legend className="ui-label mb-1.5">Visit limits</legend>
      {fields.map(({ id }, index) => (
        <div key={id} className="mb-2 grid grid-cols-[72px_1fr_1fr_auto] gap-2">
          <Input
            aria-label={`Limit ${index + 1}, number`}
            inputMode="numeric"
            align="end"
            {...form.register(`visit_limits.${index}.count`, { valueAsNumber: true })}
          />
          <Select
            aria-label={`Limit ${index + 1}, of`}
            options={[
              { value: "sessions", label: "visits" },
              { value: "days", label: "days" },
            ]}
            {...form.register(`visit_limits.${index}.of`)}
          />
          <Select
            aria-label={`Limit ${index + 1}, per`}
            options={[
              { value: "day", label: "a day" },
              { value: "week", label: "a week" },
              { value: "month", label: "a month" },
              { value: "term", label: "in the term" },
            ]}
            {...form.register(`visit_limits.${index}.per`)}
          />
          <IconButton
            label={`Remove limit ${index + 1}`}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      {error ? (
        <p className="ui-error">{error.message ?? error.root?.message ?? "Enter whole numbers above 0"}</p>
      ) : null}
      <Button
        size="sm"
        className="self-start"
        icon={<Plus aria-hidden="true" />}
        onClick={() => append({ count: 3, of: "days", per: "week" })}
      >
        Add a limit
      </Button>
    </fieldset>
  );
}

function ClassLimits({ form }: Pick<Props, "form">) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "class_limits" });
  const error = form.formState.errors.class_limits;
  return (
    <fieldset className="ui-field">
      <legend className="ui-label mb-1.5">Classes in the pack</legend>
      {fields.map(({ id }, index) => (
        <div key={id} className="mb-2 grid grid-cols-[72px_1fr_auto] gap-2">
          <Input
            aria-label={`Class limit ${index + 1}, at most`}
            inputMode="numeric"
            align="end"
            {...form.register(`class_limits.${index}.count`, { valueAsNumber: true })}
          />
          <Input
            aria-label={`Class limit ${index + 1}, category`}
            placeholder="Yoga"
            {...form.register(`class_limits.${index}.category`)}
          />
          <IconButton
            label={`Remove class limit ${index + 1}`}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      {error ? (
        <p className="ui-error">{error.message ?? error.root?.message ?? "Enter a number and a category"}</p>
      ) : null}
      <Button
        size="sm"
        className="self-start"
        icon={<Plus aria-hidden="true" />}
        onClick={() => append({ count: 5, category: "" })}
      >
        Limit a class category
      </Button>
    </fieldset>
  );
}
