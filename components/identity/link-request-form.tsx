"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { usePlainForm } from "@/components/ui/forms/use-plain-form";
import { normaliseEmail } from "@/lib/values/email";
import { CheckYourEmail } from "./check-your-email";
import { fieldAttributes, fieldChecks } from "./field-rules";
import { withNext } from "./next-address";

interface LinkRequestFormProps {
  next: string | null;
  outbox_href: string | null;
  title: string;
  intro: string;
  button: string;
  back: string;
  /** What the mail contains. It says the same for an address that has no account (A10). */
  children: ReactNode;
  send: (email: string) => Promise<unknown>;
}

/** Asks for an e-mail address, to which the server sends a link. */
export function LinkRequestForm({
  next,
  outbox_href,
  title,
  intro,
  button,
  back,
  children,
  send,
}: LinkRequestFormProps) {
  const [sent_to, setSentTo] = useState<string | null>(null);
  const { form, errors, isPending } = usePlainForm({
    fields: ["email"],
    checks: { email: fieldChecks.email },
    send: async ({ email }) => {
      await send(email);
      setSentTo(normaliseEmail(email));
    },
  });
  if (sent_to) {
    return (
      <CheckYourEmail email={sent_to} outbox_href={outbox_href} onResend={() => send(sent_to)}>
        {children}
      </CheckYourEmail>
    );
  }
  return (
    <form {...form} className="flex flex-col gap-4">
      <h1>{title}</h1>
      <p className="text-14">{intro}</p>
      <FormError message={errors.root} />
      <Field label="E-mail" error={errors.email}>
        <Input size="touch" name="email" autoComplete="username" autoFocus {...fieldAttributes.email} />
      </Field>
      <Button type="submit" variant="primary" size="touch" full busy={isPending}>
        {button}
      </Button>
      <p className="text-center text-14">
        <TextLink href={withNext("/sign-in", next)}>{back}</TextLink>
      </p>
    </form>
  );
}
