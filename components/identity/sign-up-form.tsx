"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useMemo, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { PasswordInput } from "@/components/ui/forms/password-input";
import { Select, type SelectOption } from "@/components/ui/forms/select";
import { api } from "@/lib/client/api";
import { register, resendVerification } from "@/lib/contracts/identity/accounts";
import { CheckYourEmail } from "./check-your-mail";
import { FormRefusal } from "./form-refusal";
import { currencyOfLocale } from "./region-currency";
import { showRefusal } from "./show-refusal";

type Values = z.input<typeof register.input>;

const fields = [
  "organization.name",
  "organization.location_name",
  "organization.time_zone",
  "organization.currency",
  "name",
  "email",
  "password",
] as const;

const defaultValues: Values = {
  email: "",
  password: "",
  name: "",
  organization: { name: "", location_name: "", time_zone: "", currency: "USD" },
};

const zones = () =>
  Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));

type Props = { currencies: readonly SelectOption[]; outbox_href: string | null };

export function SignUpForm({ currencies, outbox_href }: Props) {
  const [sent_to, setSentTo] = useState<string | null>(null);
  const form = useForm({ resolver: zodResolver(register.input), defaultValues });
  const { errors, isSubmitting } = form.formState;
  const timeZones = useMemo(zones, []);

  // Time zone and locale are only known in the browser.
  useEffect(() => {
    const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const currency = currencyOfLocale(navigator.language);
    form.setValue("organization.time_zone", timeZone);
    form.setValue("organization.locale", locale);
    if (currency) form.setValue("organization.currency", currency as Values["organization"]["currency"]);
  }, [form]);

  const submit = form.handleSubmit(async (values) => {
    try {
      await api(register, values);
      setSentTo(values.email);
    } catch (error) {
      showRefusal(error, form.setError, fields);
    }
  });

  if (sent_to) {
    return (
      <CheckYourEmail
        email={sent_to}
        outbox_href={outbox_href}
        onResend={() => api(resendVerification, { email: sent_to })}
      >
        Open the link in the email to create your gym. It expires after 24 hours.
      </CheckYourEmail>
    );
  }
  const gym = errors.organization;
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <h1>Create your gym</h1>
      <FormRefusal message={errors.root?.message} />
      <Field label="Gym name" error={gym?.name?.message}>
        <Input size="lg" autoComplete="organization" autoFocus {...form.register("organization.name")} />
      </Field>
      <Field
        label="First location"
        error={gym?.location_name?.message}
        hint="The name your members use, such as the street or district."
      >
        <Input size="lg" {...form.register("organization.location_name")} />
      </Field>
      <Controller
        control={form.control}
        name="organization.time_zone"
        render={({ field, fieldState }) => (
          <Field label="Time zone" error={fieldState.error?.message}>
            <Combobox
              size="lg"
              options={timeZones}
              value={timeZones.find(({ value }) => value === field.value) ?? null}
              onValueChange={(option) => field.onChange(option?.value ?? "")}
            />
          </Field>
        )}
      />
      <Field label="Currency" error={gym?.currency?.message}>
        <Select size="lg" options={currencies} {...form.register("organization.currency")} />
      </Field>
      <hr className="my-2 border-line" />
      <Field label="Your name" error={errors.name?.message}>
        <Input size="lg" autoComplete="name" {...form.register("name")} />
      </Field>
      <Field label="Your email" error={errors.email?.message}>
        <Input size="lg" type="email" autoComplete="username" {...form.register("email")} />
      </Field>
      <Field label="Choose a password" error={errors.password?.message} hint="At least 8 characters.">
        <PasswordInput size="lg" autoComplete="new-password" {...form.register("password")} />
      </Field>
      <Button type="submit" variant="primary" size="touch" full busy={isSubmitting}>
        Create your gym
      </Button>
      <p className="text-center text-14">
        Already have an account? <TextLink href="/sign-in">Sign in</TextLink>
      </p>
    </form>
  );
}
