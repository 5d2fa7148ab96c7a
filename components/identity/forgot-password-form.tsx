"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { api } from "@/lib/client/api";
import { forgotPassword } from "@/lib/client/endpoints/identity";
import { normaliseEmail } from "@/lib/values/email";
import { CheckYourEmail } from "./check-your-email";
import { fieldRules } from "./field-rules";
import { withNext } from "./next-address";

export function ForgotPasswordForm({ next, outbox_href }: { next: string | null; outbox_href: string | null }) {
  const [sent_to, setSentTo] = useState<string | null>(null);
  const form = useForm({ defaultValues: { email: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ email }) => {
    try {
      await api(forgotPassword, { email });
      setSentTo(normaliseEmail(email));
    } catch (error) {
      showFormErrors(error, form.setError, ["email"]);
    }
  });
  if (sent_to) {
    return (
      <CheckYourEmail
        email={sent_to}
        outbox_href={outbox_href}
        onResend={() => api(forgotPassword, { email: sent_to })}
      >
        If this email address has an account, the email contains a link to set a new password. The link works once and
        expires after one hour.
      </CheckYourEmail>
    );
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <h1>Reset your password</h1>
      <p className="text-14">Enter your email address, and we will send you a link.</p>
      <FormError message={errors.root?.message} />
      <Field label="Email" error={errors.email?.message}>
        <Input
          size="touch"
          type="email"
          autoComplete="username"
          autoFocus
          {...form.register("email", fieldRules.email)}
        />
      </Field>
      <Button type="submit" variant="primary" size="touch" full busy={isSubmitting}>
        Send link
      </Button>
      <p className="text-center text-14">
        <TextLink href={withNext("/sign-in", next)}>Back to sign in</TextLink>
      </p>
    </form>
  );
}
