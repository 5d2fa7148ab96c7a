"use client";

import { useState } from "react";
import { FormProvider, useForm, useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { PasswordInput } from "@/components/ui/forms/password-input";
import type { SelectOption } from "@/components/ui/forms/select";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { api } from "@/lib/client/api";
import type { Input as InputOf } from "@/lib/client/endpoint";
import { register, resendVerification } from "@/lib/client/endpoints/identity";
import { normaliseEmail } from "@/lib/values/email";
import { CheckYourEmail } from "./check-your-email";
import { fieldRules } from "./field-rules";
import { GymFields, gymFieldNames, useBrowserRegion } from "./gym-fields";

type Values = InputOf<typeof register>;

const fields = [
  ...gymFieldNames.map((name) => `organization.${name}` as const),
  "name" as const,
  "email" as const,
  "password" as const,
];

const defaultValues: Values = {
  email: "",
  password: "",
  name: "",
  organization: { name: "", location_name: "", time_zone: "", currency: "USD" },
};

type Props = { currencies: readonly SelectOption[]; outbox_href: string | null };

export function SignUpForm({ currencies, outbox_href }: Props) {
  const [sent_to, setSentTo] = useState<string | null>(null);
  const form = useForm({ defaultValues });
  const { errors, isSubmitting } = form.formState;
  useBrowserRegion(form, "organization.");

  const submit = form.handleSubmit(async (values) => {
    try {
      await api(register, values);
      setSentTo(normaliseEmail(values.email));
    } catch (error) {
      showFormErrors(error, form.setError, fields);
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
  return (
    <FormProvider {...form}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <h1>Create your gym</h1>
        <FormError message={errors.root?.message} />
        <GymFields prefix="organization." currencies={currencies} size="lg" />
        <hr className="my-2 border-line" />
        <PersonFields />
        <Button type="submit" variant="primary" size="touch" full busy={isSubmitting}>
          Create your gym
        </Button>
        <p className="text-center text-14">
          Already have an account? <TextLink href="/sign-in">Sign in</TextLink>
        </p>
      </form>
    </FormProvider>
  );
}

/** A separate component so that these fields register after the gym fields: focus goes to the first invalid field. */
function PersonFields() {
  const { register, formState } = useFormContext<Values>();
  const { errors } = formState;
  return (
    <>
      <Field label="Your name" error={errors.name?.message}>
        <Input size="lg" autoComplete="name" {...register("name", fieldRules.text)} />
      </Field>
      <Field label="Your email" error={errors.email?.message}>
        <Input size="lg" type="email" autoComplete="username" {...register("email", fieldRules.email)} />
      </Field>
      <Field label="Choose a password" error={errors.password?.message} hint="At least 8 characters.">
        <PasswordInput size="lg" autoComplete="new-password" {...register("password", fieldRules.newPassword)} />
      </Field>
    </>
  );
}
