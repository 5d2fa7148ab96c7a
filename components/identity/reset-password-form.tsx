"use client";

import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { PasswordInput } from "@/components/ui/forms/password-input";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { api } from "@/lib/client/api";
import { resetPassword } from "@/lib/client/endpoints/identity";
import { fieldRules } from "./field-rules";

export function ResetPasswordForm({ token }: { token: string }) {
  const form = useForm({ defaultValues: { password: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ password }) => {
    try {
      await api(resetPassword, { token, password });
      window.location.assign("/sign-in?notice=password_changed");
      await new Promise(() => {});
    } catch (error) {
      showFormErrors(error, form.setError, ["password"]);
    }
  });
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <h1>Reset your password</h1>
      <FormError message={errors.root?.message}>
        <p>
          <TextLink href="/forgot-password">Request a new link</TextLink>
        </p>
      </FormError>
      <Field
        label="New password"
        error={errors.password?.message}
        hint="At least 8 characters. Several words are easy to remember and hard to guess."
      >
        <PasswordInput
          size="touch"
          autoComplete="new-password"
          autoFocus
          {...form.register("password", fieldRules.newPassword)}
        />
      </Field>
      <Button type="submit" variant="primary" size="touch" full busy={isSubmitting}>
        Reset password
      </Button>
      <p className="text-14">This signs you out on all devices.</p>
    </form>
  );
}
