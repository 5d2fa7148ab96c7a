"use client";

import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { PasswordInput } from "@/components/ui/forms/password-input";
import { usePlainForm } from "@/components/ui/forms/use-plain-form";
import { api } from "@/lib/client/api";
import { resetPassword } from "@/lib/client/endpoints/identity";
import { fieldAttributes, fieldChecks } from "./field-rules";

export function ResetPasswordForm({ token }: { token: string }) {
  const { form, errors, isPending } = usePlainForm({
    fields: ["password"],
    checks: { password: fieldChecks.newPassword },
    send: async ({ password }) => {
      await api(resetPassword, { token, password });
      window.location.assign("/sign-in?notice=password_changed");
      await new Promise(() => {});
    },
  });
  return (
    <form {...form} className="flex flex-col gap-4">
      <h1>Reset your password</h1>
      <FormError message={errors.root}>
        <p>
          <TextLink href="/forgot-password">Request a new link</TextLink>
        </p>
      </FormError>
      <Field
        label="New password"
        error={errors.password}
        hint="At least 8 characters. Several words are easy to remember and hard to guess."
      >
        <PasswordInput
          size="touch"
          name="password"
          autoComplete="new-password"
          autoFocus
          {...fieldAttributes.newPassword}
        />
      </Field>
      <Button type="submit" variant="primary" size="touch" full busy={isPending}>
        Reset password
      </Button>
      <p className="text-14">This signs you out on all devices.</p>
    </form>
  );
}
