import type { UseFormReturn } from "react-hook-form";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select, type SelectOption } from "@/components/ui/forms/select";
import { Textarea } from "@/components/ui/forms/textarea";
import { defaultTaxProfile } from "@/lib/values/tax/default-tax-profile";
import { gstStates } from "@/lib/values/tax/gst-states";
import type { EntityValues } from "./entity-values";
import { LateFeeFields } from "./late-fee-fields";

interface EntityFieldsProps {
  form: UseFormReturn<EntityValues>;
  countries: readonly SelectOption[];
  /** To choose from. Empty for the default one, which sells for the locations without one. */
  locations: readonly { id: string; name: string }[];
  currency: string;
  locale: string;
}

const months: SelectOption[] = Array.from({ length: 12 }, (_, index) => ({
  value: `${index + 1}`,
  label: new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(Date.UTC(2026, index, 1)),
}));

export function EntityFields({ form, countries, locations, currency, locale }: EntityFieldsProps) {
  const { register, watch, formState } = form;
  const { errors } = formState;
  const country = watch("country");
  const tax_id_name = defaultTaxProfile(country)?.tax_id_name ?? "Tax id";
  return (
    <>
      <Field label="Legal name" error={errors.legal_name?.message} hint="As it is registered, with its legal form">
        <Input {...register("legal_name")} />
      </Field>
      <Field label="Address" optional error={errors.address?.message}>
        <Textarea rows={2} {...register("address")} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Country" error={errors.country?.message}>
          <Select options={countries} placeholder="Choose a country" {...register("country")} />
        </Field>
        {country === "IN" ? (
          <Field label="GST state" error={errors.state_code?.message}>
            <Select
              placeholder="Choose a state"
              options={gstStates.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
              {...register("state_code")}
            />
          </Field>
        ) : null}
        <Field label={tax_id_name} optional error={errors.tax_ids?.[0]?.value?.message}>
          <Input {...register("tax_ids.0.value", { onChange: () => form.setValue("tax_ids.0.label", tax_id_name) })} />
        </Field>
        <Field label="Invoices are due after" error={errors.due_days?.message}>
          <Input inputMode="numeric" align="end" suffix="days" {...register("due_days")} />
        </Field>
        <Field label="Prefix of invoices" error={errors.invoice_prefix?.message}>
          <Input {...register("invoice_prefix")} />
        </Field>
        <Field label="Prefix of credit notes" error={errors.credit_note_prefix?.message}>
          <Input {...register("credit_note_prefix")} />
        </Field>
        <Field label="Digits of the number" error={errors.number_digits?.message}>
          <Input inputMode="numeric" align="end" {...register("number_digits")} />
        </Field>
        <Field label="Financial year begins in" error={errors.financial_year_starts_in?.message}>
          <Select options={months} {...register("financial_year_starts_in")} />
        </Field>
      </div>
      <Checkbox
        label="Numbers show the financial year and begin again with it"
        hint="Usual in India. Otherwise they count on over the years."
        {...register("numbers_by_year")}
      />
      <LateFeeFields form={form} currency={currency} locale={locale} />
      <Field label="Bank details" optional error={errors.bank_details?.message} hint="Printed on invoices">
        <Textarea rows={2} {...register("bank_details")} />
      </Field>
      <Field label="Footer of documents" optional error={errors.invoice_footer?.message}>
        <Textarea rows={2} {...register("invoice_footer")} />
      </Field>
      {locations.length > 0 ? (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1">Locations that sell in its name</legend>
          {locations.map(({ id, name }) => (
            <Checkbox key={id} label={name} value={id} {...register("location_ids")} />
          ))}
        </fieldset>
      ) : null}
    </>
  );
}
