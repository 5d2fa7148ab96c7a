"use client";

import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { PasswordInput } from "@/components/ui/forms/password-input";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { fieldRules } from "./field-rules";
import { withNext } from "./next-address";
import { signInOnWeb } from "./web-session";

const fields = ["email", "password"] as const;

type Props = { next: string | null; email?: string; demo?: { email: string; password: string } | null };

export function SignInForm({ next, email = "", demo }: Props) {
  const form = useForm({ defaultValues: { email, password: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    try {
      await signInOnWeb(values);
      // A full page load: the CSRF token of the new session is in the page's head.
      window.location.assign(next ?? "/switch");
      await new Promise(() => {});
    } catch (error) {
      form.resetField("password");
      showFormErrors(error, form.setError, fields);
      form.setFocus("password");
    }
  });
  const fillIn = () => {
    if (!demo) return;
    form.setValue("email", demo.email);
    form.setValue("password", demo.password);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <FormError message={errors.root?.message} />
      <Field label="Email" error={errors.email?.message}>
        <Input
          size="touch"
          type="email"
          autoComplete="username"
          autoFocus={email === ""}
          inputMode="email"
          {...form.register("email", fieldRules.email)}
        />
      </Field>
      <Field
        label="Password"
        error={errors.password?.message}
        aside={<TextLink href={withNext("/forgot-password", next)}>Forgot password?</TextLink>}
      >
        <PasswordInput size="touch" autoFocus={email !== ""} {...form.register("password", fieldRules.password)} />
      </Field>
      <Button type="submit" variant="primary" size="touch" full busy={isSubmitting}>
        Sign in
      </Button>
      {demo ? (
        <p className="text-center text-14">
          This is the demo.{" "}
          <button type="button" className="text-brand-text underline-offset-4 hover:underline" onClick={fillIn}>
            Use the owner’s account
          </button>
        </p>
      ) : null}
    </form>
  );
}
