"use client";

import { Controller, type UseFormReturn } from "react-hook-form";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import type { CouponValues } from "./coupon";
import { CouponPlans } from "./coupon-plans";

interface CouponFieldsProps {
  form: UseFormReturn<CouponValues, unknown, CouponValues>;
  values: CouponValues;
  locale: string;
  plans: readonly { id: string; name: string }[];
  is_new: boolean;
}

const nullable = (text: unknown) => (text === "" || text === null ? null : text);
const nullableNumber = (text: unknown) => (text === "" || text === null ? null : Number(text));

export function CouponFields({ form, values, locale, plans, is_new }: CouponFieldsProps) {
  const { errors } = form.formState;
  const is_repeated = values.applies_to !== "joining_fee";
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Code" error={errors.code?.message} hint="What the member says at the desk">
          <Input autoFocus={is_new} autoCapitalize="characters" placeholder="SPRING20" {...form.register("code")} />
        </Field>
        <Field label="Name" error={errors.name?.message} hint="Shown on the bill">
          <Input placeholder="Spring offer" {...form.register("name")} />
        </Field>
      </div>
      <RadioGroup
        label="Discount"
        name="value"
        look="row"
        value={values.value}
        onValueChange={(value) => form.setValue("value", value as CouponValues["value"])}
        options={[
          { value: "percent", label: "A percentage" },
          { value: "amount", label: "An amount" },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {values.value === "percent" ? (
          <Field label="Percentage" error={errors.percent?.message}>
            <Input inputMode="decimal" align="end" suffix="%" {...form.register("percent", { valueAsNumber: true })} />
          </Field>
        ) : (
          <Controller
            control={form.control}
            name="amount_minor"
            render={({ field, fieldState }) => (
              <Field label="Amount" error={fieldState.error?.message}>
                <MoneyInput
                  ref={field.ref}
                  currency={values.currency}
                  locale={locale}
                  value={field.value}
                  onValueChange={field.onChange}
                />
              </Field>
            )}
          />
        )}
        <Field label="Applies to" error={errors.applies_to?.message}>
          <Select
            options={[
              { value: "period", label: "The price of the plan" },
              { value: "joining_fee", label: "The joining fee" },
              { value: "both", label: "Both" },
            ]}
            {...form.register("applies_to")}
          />
        </Field>
        {is_repeated ? (
          <Field label="For how long">
            <Select
              options={[
                { value: "once", label: "The first period" },
                { value: "periods", label: "A number of periods" },
                { value: "until", label: "Until a day" },
                { value: "always", label: "Every period" },
              ]}
              {...form.register("lasts")}
            />
          </Field>
        ) : null}
        {is_repeated && values.lasts === "periods" ? (
          <Field label="Periods" error={errors.periods?.message}>
            <Input inputMode="numeric" align="end" {...form.register("periods", { valueAsNumber: true })} />
          </Field>
        ) : null}
        {is_repeated && values.lasts === "until" ? (
          <Field label="Last day" error={errors.until_on?.message} hint="Periods that begin later cost the full price">
            <Input type="date" {...form.register("until_on", { setValueAs: nullable })} />
          </Field>
        ) : null}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Can be used from" optional error={errors.valid_from_on?.message}>
          <Input type="date" {...form.register("valid_from_on", { setValueAs: nullable })} />
        </Field>
        <Field label="Until" optional error={errors.valid_to_on?.message}>
          <Input type="date" {...form.register("valid_to_on", { setValueAs: nullable })} />
        </Field>
        <Field label="Uses in all" optional error={errors.max_uses?.message} hint="Empty: as often as you like">
          <Input inputMode="numeric" align="end" {...form.register("max_uses", { setValueAs: nullableNumber })} />
        </Field>
        <Field label="Uses per member" error={errors.max_uses_per_member?.message}>
          <Input inputMode="numeric" align="end" {...form.register("max_uses_per_member", { valueAsNumber: true })} />
        </Field>
      </div>
      <Checkbox
        label="Only for new members"
        hint="People who never had a membership here"
        {...form.register("is_for_new_members")}
      />
      <CouponPlans form={form} plans={plans} />
    </>
  );
}
