"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { ButtonSize } from "@/components/ui/controls/button";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select, type SelectOption } from "@/components/ui/forms/select";
import { fieldAttributes } from "./field-rules";
import { currencyOfLocale } from "./region-currency";

interface GymFieldsProps {
  /** Before the names of the controls and of their errors. */
  prefix?: "" | "organization.";
  currencies: readonly SelectOption[];
  size?: ButtonSize | undefined;
  errors: Readonly<Partial<Record<string, string>>>;
  /** Reports the name of a field after a choice, which fires no input event. */
  onChoice: (name: string) => void;
}

export const gymFieldNames = ["name", "location_name", "time_zone", "currency"] as const;

export const browserLocale = (): string => new Intl.DateTimeFormat().resolvedOptions().locale;

const zones = () =>
  Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));

/** The fields of a new gym. Time zone and currency follow the browser, because the server does not know them. */
export function GymFields({ prefix = "", currencies, size = "md", errors, onChoice }: GymFieldsProps) {
  const timeZones = useMemo(zones, []);
  const [time_zone, setTimeZone] = useState("");
  const currency = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    setTimeZone(new Intl.DateTimeFormat().resolvedOptions().timeZone);
    const local = currencyOfLocale(navigator.language);
    if (local && currency.current) currency.current.value = local;
  }, []);
  const field = (name: (typeof gymFieldNames)[number]) => ({ name: `${prefix}${name}`, size });
  const errorOf = (name: (typeof gymFieldNames)[number]) => errors[`${prefix}${name}`];
  return (
    <>
      <Field label="Gym name" error={errorOf("name")}>
        <Input autoComplete="organization" autoFocus {...field("name")} {...fieldAttributes.text} />
      </Field>
      <Field
        label="First location"
        error={errorOf("location_name")}
        hint="The name your members use, such as the street or district."
      >
        <Input {...field("location_name")} {...fieldAttributes.text} />
      </Field>
      <Field label="Time zone" error={errorOf("time_zone")}>
        <Combobox
          {...field("time_zone")}
          options={timeZones}
          value={timeZones.find(({ value }) => value === time_zone) ?? null}
          onValueChange={(option) => {
            setTimeZone(option?.value ?? "");
            onChoice(`${prefix}time_zone`);
          }}
        />
      </Field>
      <Field label="Currency" error={errorOf("currency")}>
        <Select {...field("currency")} ref={currency} options={currencies} defaultValue="USD" />
      </Field>
    </>
  );
}
