"use client";

import { Controller, type UseFormReturn } from "react-hook-form";
import { Section } from "@/components/ui/data/section";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Textarea } from "@/components/ui/forms/textarea";
import { planKinds } from "@/lib/values/statuses";
import { IntervalField } from "./interval-field";
import { MoneyInput } from "./money-input";
import { NumberField } from "./number-field";
import { PlanAccess } from "./plan-access";
import { PlanBilling } from "./plan-billing";
import { PlanFamily } from "./plan-family";
import { defaultTerms, hasJoiningFee, type Plan, type PlanValues } from "./plan-form";
import { PlanFreezes } from "./plan-freezes";
import { PlanLimits } from "./plan-limits";
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
  /** Terms that only a recurring plan has. */
  const resetRecurring = () => {
    form.setValue("billing_day", null);
    form.setValue("min_term_months", null);
    form.setValue("notice_days", 0);
    form.setValue("is_first_period_free", false);
    form.setValue("family_discounts", []);
  };
  const choose = (kind: PlanValues["kind"]) => {
    form.setValue("kind", kind);
    for (const [name, value] of Object.entries(defaultTerms[kind]))
      form.setValue(name as "interval_count", value as number);
    if (kind !== "recurring") resetRecurring();
    if (kind !== "session_pack") form.setValue("class_limits", []);
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
          {plan?.name} has been sold, so its type, billing interval and billing day cannot be changed. Archive it and
          create a new plan instead.
        </p>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Amount form={form} name="price_minor" label="Price" reader={reader} currency={values.currency} />
        {hasJoiningFee(values.kind) ? (
          <Amount form={form} name="joining_fee_minor" label="Joining fee" reader={reader} currency={values.currency} />
        ) : null}
        <IntervalField form={form} values={values} is_sold={is_sold} />
        {values.kind === "session_pack" || values.sessions_included !== null ? (
          <NumberField form={form} name="sessions_included" label="Visits included" suffix="visits" optional />
        ) : null}
      </div>
      <Section title="Billing and commitment" level={3} className="px-0">
        <div className="flex flex-col gap-4">
          <PlanBilling form={form} values={values} is_sold={is_sold} />
          {values.kind === "recurring" ? <PlanFamily form={form} values={values} reader={reader} /> : null}
        </div>
      </Section>
      <Section title="Access" level={3} className="px-0">
        <div className="flex flex-col gap-4">
          <PlanAccess form={form} values={values} locations={locations} />
        </div>
      </Section>
      <Section title="Included and limits" level={3} className="px-0">
        <div className="flex flex-col gap-4">
          <PlanLimits form={form} values={values} />
        </div>
      </Section>
      {values.kind === "day_pass" ? null : (
        <Section title="Freezes" level={3} className="px-0">
          <div className="flex flex-col gap-4">
            <PlanFreezes form={form} values={values} reader={reader} />
          </div>
        </Section>
      )}
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
