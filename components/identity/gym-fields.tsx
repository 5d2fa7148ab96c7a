"use client";

import { useEffect, useMemo } from "react";
import { Controller, type FieldValues, type UseFormReturn, useFormContext } from "react-hook-form";
import type { ButtonSize } from "@/components/ui/controls/button";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select, type SelectOption } from "@/components/ui/forms/select";
import { fieldRules } from "./field-rules";
import { currencyOfLocale } from "./region-currency";

/** The path of the gym's fields in the form values. */
type Prefix = "" | "organization.";

interface GymFieldsProps {
  prefix?: Prefix;
  currencies: readonly SelectOption[];
  size?: ButtonSize;
}

const zones = () =>
  Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));

/** The fields of a new gym. Must be inside a FormProvider. */
export function GymFields({ prefix = "", currencies, size = "md" }: GymFieldsProps) {
  const { control, register, getFieldState, formState } = useFormContext();
  const timeZones = useMemo(zones, []);
  const errorOf = (name: string) => getFieldState(`${prefix}${name}`, formState).error?.message;
  return (
    <>
      <Field label="Gym name" error={errorOf("name")}>
        <Input size={size} autoComplete="organization" autoFocus {...register(`${prefix}name`, fieldRules.text)} />
      </Field>
      <Field
        label="First location"
        error={errorOf("location_name")}
        hint="The name your members use, such as the street or district."
      >
        <Input size={size} {...register(`${prefix}location_name`, fieldRules.text)} />
      </Field>
      <Controller
        control={control}
        name={`${prefix}time_zone`}
        render={({ field, fieldState }) => (
          <Field label="Time zone" error={fieldState.error?.message}>
            <Combobox
              size={size}
              options={timeZones}
              value={timeZones.find(({ value }) => value === field.value) ?? null}
              onValueChange={(option) => field.onChange(option?.value ?? "")}
            />
          </Field>
        )}
      />
      <Field label="Currency" error={errorOf("currency")}>
        <Select size={size} options={currencies} {...register(`${prefix}currency`)} />
      </Field>
    </>
  );
}

export const gymFieldNames = ["name", "location_name", "time_zone", "currency"] as const;

/** Sets time zone, locale and currency in the browser: the server does not know them. */
export function useBrowserRegion<T extends FieldValues, G>(form: UseFormReturn<T, unknown, G>, prefix: Prefix = "") {
  const { setValue } = form as unknown as UseFormReturn;
  useEffect(() => {
    const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const currency = currencyOfLocale(navigator.language);
    setValue(`${prefix}time_zone`, timeZone);
    setValue(`${prefix}locale`, locale);
    if (currency) setValue(`${prefix}currency`, currency);
  }, [setValue, prefix]);
}
