"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useMemo, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import { FormRefusal } from "@/components/ui/forms/form-refusal";
import { Input } from "@/components/ui/forms/input";
import { PasswordInput } from "@/components/ui/forms/password-input";
import { Select, type SelectOption } from "@/components/ui/forms/select";
import { showRefusal } from "@/components/ui/forms/show-refusal";
import { api } from "@/lib/client/api";
import { register, resendVerification } from "@/lib/contracts/identity/accounts";
import { CheckYourMail } from "./check-your-mail";
import { currencyOfLocale } from "./region-currency";

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

  // Only the browser knows where it is; the server's page must not guess.
  useEffect(() => {
    const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const currency = currencyOfLocale(navigator.language);
    form.setValue("organization.time_zone", timeZone);
    form.setValue("organization.locale", locale);
    if (currency) form.setValue("organization.currency", currency as Values["organization"]["currency"]);
  }, [form]);

  const submit = form.handleSubmit(async (given) => {
    try {
      await api(register, given);
      setSentTo(given.email);
    } catch (error) {
      showRefusal(error, form.setError, fields);
    }
  });

  if (sent_to) {
    return (
      <CheckYourMail
        email={sent_to}
        outbox_href={outbox_href}
        again={() => api(resendVerification, { email: sent_to })}
      >
        Follow the link in the mail to open your gym. It works for 24 hours.
      </CheckYourMail>
    );
  }
  const gym = errors.organization;
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <h1>Start your gym</h1>
      <FormRefusal message={errors.root?.message} />
      <Field label="Name of the gym" error={gym?.name?.message}>
        <Input size="lg" autoComplete="organization" autoFocus {...form.register("organization.name")} />
      </Field>
      <Field
        label="First location"
        error={gym?.location_name?.message}
        hint="Its street or district, as your members call it."
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
        Start your gym
      </Button>
      <p className="text-center text-14">
        Already with us? <TextLink href="/sign-in">Sign in</TextLink>
      </p>
    </form>
  );
}
