"use client";

import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { PasswordInput } from "@/components/ui/forms/password-input";
import { usePlainForm } from "@/components/ui/forms/use-plain-form";
import { api } from "@/lib/client/api";
import { acceptInvitation } from "@/lib/client/endpoints/identity";
import { fieldAttributes, fieldChecks } from "./field-rules";
import { signInOnWeb } from "./web-session";

type Needs = "nothing" | "password" | "new_account";

type Props = { token: string; email: string; needs: Needs; organization_name: string };

export function AcceptInvitationForm({ token, email, needs, organization_name }: Props) {
  const { form, errors, isPending } = usePlainForm({
    fields: ["name", "password"],
    checks: needs === "new_account" ? { password: fieldChecks.newPassword } : {},
    send: async ({ name, password }) => {
      const credentials = { new_account: { name, password }, password: { password }, nothing: {} }[needs];
      const { organization } = await api(acceptInvitation, { token, ...credentials });
      if (needs !== "nothing") await signInOnWeb({ email, password });
      window.location.assign(`/manage/${organization.slug}`);
      await new Promise(() => {});
    },
  });
  return (
    <form {...form} className="flex flex-col gap-4">
      <FormError message={errors.root} />
      {needs === "nothing" ? null : (
        <Field label="E-mail">
          <Input size="touch" type="email" autoComplete="username" readOnly value={email} />
        </Field>
      )}
      {needs === "new_account" ? (
        <Field label="Your name" error={errors.name}>
          <Input
            size="touch"
            name="name"
            autoComplete="name"
            autoFocus
            data-missing="Enter your name"
            {...fieldAttributes.text}
          />
        </Field>
      ) : null}
      {needs === "nothing" ? null : (
        <Field
          label={needs === "new_account" ? "Choose a password" : "Your password"}
          error={errors.password}
          hint={needs === "new_account" ? "At least 8 characters." : undefined}
        >
          <PasswordInput
            size="touch"
            name="password"
            autoComplete={needs === "new_account" ? "new-password" : "current-password"}
            autoFocus={needs === "password"}
            {...fieldAttributes[needs === "new_account" ? "newPassword" : "password"]}
          />
        </Field>
      )}
      <Button type="submit" variant="primary" size="touch" full busy={isPending}>
        {`Join ${organization_name}`}
      </Button>
    </form>
  );
}
