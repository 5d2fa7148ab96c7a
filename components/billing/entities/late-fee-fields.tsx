import { Controller, type UseFormReturn } from "react-hook-form";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select, type SelectOption } from "@/components/ui/forms/select";
import type { EntityValues } from "./entity-values";

const kinds: SelectOption[] = [
  { value: "off", label: "No late fee" },
  { value: "amount", label: "An amount" },
  { value: "percent", label: "A percentage of what is open" },
];

interface LateFeeFieldsProps {
  form: UseFormReturn<EntityValues>;
  currency: string;
  locale: string;
}

/** What is charged for an invoice that is not paid in time. */
export function LateFeeFields({ form, currency, locale }: LateFeeFieldsProps) {
  const { register, watch, control, formState } = form;
  const errors = formState.errors.late_fee;
  const kind = watch("late_fee.kind");
  const amountField = (name: "late_fee.amount_minor" | "late_fee.max_minor") => (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <MoneyInput currency={currency} locale={locale} value={field.value} onValueChange={field.onChange} />
      )}
    />
  );
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label="Late fee"
        hint="Once for each invoice, on an invoice of its own. It can be waived with a credit note"
      >
        <Select options={kinds} {...register("late_fee.kind")} />
      </Field>
      {kind === "off" ? null : (
        <>
          <Field label="Charged after" error={errors?.after_days?.message} hint="After the due day">
            <Input inputMode="numeric" align="end" suffix="days" {...register("late_fee.after_days")} />
          </Field>
          {kind === "amount" ? (
            <Field label="Amount of the fee" error={errors?.amount_minor?.message}>
              {amountField("late_fee.amount_minor")}
            </Field>
          ) : (
            <>
              <Field label="Percentage" error={errors?.rate_ppm?.message}>
                <Input inputMode="decimal" align="end" suffix="%" {...register("late_fee.rate_ppm")} />
              </Field>
              <Field label="At most" optional error={errors?.max_minor?.message}>
                {amountField("late_fee.max_minor")}
              </Field>
            </>
          )}
          <Field
            label="Tax class of the fee"
            error={errors?.tax_class?.message}
            hint="As in the tax rates; without a rate it is not taxed"
          >
            <Input {...register("late_fee.tax_class")} />
          </Field>
        </>
      )}
    </div>
  );
}
