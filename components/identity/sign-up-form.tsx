"use client";

import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { PasswordInput } from "@/components/ui/forms/password-input";
import type { SelectOption } from "@/components/ui/forms/select";
import { usePlainForm } from "@/components/ui/forms/use-plain-form";
import { api } from "@/lib/client/api";
import type { Input as InputOf } from "@/lib/client/endpoint";
import { register, resendVerification } from "@/lib/client/endpoints/identity";
import { normaliseEmail } from "@/lib/values/email";
import { CheckYourEmail } from "./check-your-email";
import { fieldAttributes, fieldChecks } from "./field-rules";
import { browserLocale, GymFields, gymFieldNames } from "./gym-fields";

const fields = [
  ...gymFieldNames.map((name) => `organization.${name}` as const),
  "name" as const,
  "email" as const,
  "password" as const,
];

type Props = { currencies: readonly SelectOption[]; outbox_href: string | null };

export function SignUpForm({ currencies, outbox_href }: Props) {
  const [sent_to, setSentTo] = useState<string | null>(null);
  const { form, errors, isPending, recheck } = usePlainForm({
    fields,
    checks: { email: fieldChecks.email, password: fieldChecks.newPassword },
    send: async ({ name, email, password, ...gym }) => {
      const organization = {
        name: gym["organization.name"],
        location_name: gym["organization.location_name"],
        time_zone: gym["organization.time_zone"],
        currency: gym["organization.currency"],
        locale: browserLocale(),
      };
      await api(register, { name, email, password, organization } as InputOf<typeof register>);
      setSentTo(normaliseEmail(email));
    },
  });

  if (sent_to) {
    return (
      <CheckYourEmail
        email={sent_to}
        outbox_href={outbox_href}
        onResend={() => api(resendVerification, { email: sent_to })}
      >
        Open the link in the e-mail to create your gym. It expires after 24 hours.
      </CheckYourEmail>
    );
  }
  return (
    <form {...form} className="flex flex-col gap-4">
      <h1>Create your gym</h1>
      <FormError message={errors.root} />
      <GymFields prefix="organization." currencies={currencies} size="lg" errors={errors} onChoice={recheck} />
      <hr className="my-2 border-line" />
      <Field label="Your name" error={errors.name}>
        <Input size="lg" name="name" autoComplete="name" {...fieldAttributes.text} />
      </Field>
      <Field label="Your e-mail" error={errors.email}>
        <Input size="lg" name="email" autoComplete="username" {...fieldAttributes.email} />
      </Field>
      <Field label="Choose a password" error={errors.password} hint="At least 8 characters.">
        <PasswordInput size="lg" name="password" autoComplete="new-password" {...fieldAttributes.newPassword} />
      </Field>
      <Button type="submit" variant="primary" size="touch" full busy={isPending}>
        Create your gym
      </Button>
      <p className="text-center text-14">
        Already have an account? <TextLink href="/sign-in">Sign in</TextLink>
      </p>
    </form>
  );
}
