"use client";

import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { usePlainForm } from "@/components/ui/forms/use-plain-form";
import { api } from "@/lib/client/api";
import { sendSignInLink } from "@/lib/client/endpoints/identity";
import { normaliseEmail } from "@/lib/values/email";
import { CheckYourEmail } from "./check-your-email";
import { fieldAttributes, fieldChecks } from "./field-rules";
import { withNext } from "./next-address";

export function EmailLinkForm({ next, outbox_href }: { next: string | null; outbox_href: string | null }) {
  const [sent_to, setSentTo] = useState<string | null>(null);
  const { form, errors, isPending } = usePlainForm({
    fields: ["email"],
    checks: { email: fieldChecks.email },
    send: async ({ email }) => {
      await api(sendSignInLink, { email });
      setSentTo(normaliseEmail(email));
    },
  });
  if (sent_to) {
    return (
      <CheckYourEmail
        email={sent_to}
        outbox_href={outbox_href}
        onResend={() => api(sendSignInLink, { email: sent_to })}
      >
        If your gym or FitFlow Pro knows this address, the e-mail contains a link to sign in. The link works once and
        expires after 15 minutes.
      </CheckYourEmail>
    );
  }
  return (
    <form {...form} className="flex flex-col gap-4">
      <h1>Sign in by e-mail</h1>
      <p className="text-14">
        Enter the email address that your gym has of you. We will send you a link; you need no password.
      </p>
      <FormError message={errors.root} />
      <Field label="E-mail" error={errors.email}>
        <Input size="touch" name="email" autoComplete="username" autoFocus {...fieldAttributes.email} />
      </Field>
      <Button type="submit" variant="primary" size="touch" full busy={isPending}>
        Send sign-in link
      </Button>
      <p className="text-center text-14">
        <TextLink href={withNext("/sign-in", next)}>Sign in with a password</TextLink>
      </p>
    </form>
  );
}
