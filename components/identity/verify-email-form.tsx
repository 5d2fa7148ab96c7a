"use client";

import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { PasswordInput } from "@/components/ui/forms/password-input";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { api } from "@/lib/client/api";
import { verifyEmail } from "@/lib/client/endpoints/identity";
import { fieldRules } from "./field-rules";
import { signInOnWeb } from "./web-session";

export function VerifyEmailForm({ token }: { token: string }) {
  const form = useForm({ defaultValues: { password: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ password }) => {
    try {
      const { user, organization } = await api(verifyEmail, { token, password });
      await signInOnWeb({ email: user.email, password });
      window.location.assign(`/manage/${organization.slug}`);
      await new Promise(() => {});
    } catch (error) {
      showFormErrors(error, form.setError, ["password"]);
    }
  });
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <h1>Verify your email</h1>
      <p className="text-14">Enter the password that you chose when you signed up.</p>
      <FormError message={errors.root?.message}>
        <p>
          <TextLink href="/sign-in">Sign in</TextLink> or <TextLink href="/sign-up">sign up again</TextLink>
        </p>
      </FormError>
      <Field label="Password" error={errors.password?.message}>
        <PasswordInput size="touch" autoFocus {...form.register("password", fieldRules.password)} />
      </Field>
      <Button type="submit" variant="primary" size="touch" full busy={isSubmitting}>
        Verify and continue
      </Button>
    </form>
  );
}
