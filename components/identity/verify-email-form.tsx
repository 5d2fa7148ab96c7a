"use client";

import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { PasswordInput } from "@/components/ui/forms/password-input";
import { usePlainForm } from "@/components/ui/forms/use-plain-form";
import { api } from "@/lib/client/api";
import { verifyEmail } from "@/lib/client/endpoints/identity";
import { fieldAttributes } from "./field-rules";
import { signInOnWeb } from "./web-session";

export function VerifyEmailForm({ token }: { token: string }) {
  const { form, errors, isPending } = usePlainForm({
    fields: ["password"],
    send: async ({ password }) => {
      const { user, organization } = await api(verifyEmail, { token, password });
      await signInOnWeb({ email: user.email, password });
      window.location.assign(`/manage/${organization.slug}`);
      await new Promise(() => {});
    },
  });
  return (
    <form {...form} className="flex flex-col gap-4">
      <h1>Verify your e-mail</h1>
      <p className="text-14">Enter the password that you chose when you signed up.</p>
      <FormError message={errors.root}>
        <p>
          <TextLink href="/sign-in">Sign in</TextLink> or <TextLink href="/sign-up">sign up again</TextLink>
        </p>
      </FormError>
      <Field label="Password" error={errors.password}>
        <PasswordInput size="touch" name="password" autoFocus {...fieldAttributes.password} />
      </Field>
      <Button type="submit" variant="primary" size="touch" full busy={isPending}>
        Verify and continue
      </Button>
    </form>
  );
}
