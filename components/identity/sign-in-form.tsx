"use client";

import { type MouseEvent, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { PasswordInput, PasswordToggle } from "@/components/ui/forms/password-input";
import { controlOf, usePlainForm } from "@/components/ui/forms/use-plain-form";
import { ApiError } from "@/lib/client/api";
import { fieldAttributes, fieldChecks } from "./field-rules";
import { withNext } from "./next-address";
import { signInOnWeb } from "./web-session";

type Props = { next: string | null; email?: string; demo?: { email: string; password: string } | null };

export function SignInForm({ next, email = "", demo }: Props) {
  const [isShown, setIsShown] = useState(false);
  const { form, errors, isPending } = usePlainForm({
    fields: ["email", "password"],
    checks: { email: fieldChecks.email },
    send: async (values, element) => {
      try {
        await signInOnWeb(values);
      } catch (error) {
        const password = controlOf(element, "password");
        // A lost connection says nothing about the password, so it stays.
        if (password && error instanceof ApiError && error.status >= 400 && error.status < 500) password.value = "";
        password?.focus();
        throw error;
      }
      // A full page load: the CSRF token of the new session is in the page's head.
      window.location.assign(next ?? "/switch");
      await new Promise(() => {});
    },
  });
  const fillIn = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    for (const [name, value] of Object.entries(demo ?? {})) {
      const control = currentTarget.form && controlOf(currentTarget.form, name);
      if (control) control.value = value;
    }
  };
  return (
    <form {...form} className="flex flex-col gap-4">
      <FormError message={errors.root} />
      <Field label="E-mail" error={errors.email}>
        <Input
          size="touch"
          name="email"
          autoComplete="username"
          autoFocus={email === ""}
          defaultValue={email}
          {...fieldAttributes.email}
        />
      </Field>
      {/* Tab goes from the password to the button. What only some need comes after it, also where it stands higher. */}
      <div className="relative flex flex-col gap-4">
        <Field label="Password" error={errors.password}>
          <PasswordInput
            size="touch"
            name="password"
            shown={isShown}
            className="pr-12"
            autoFocus={email !== ""}
            {...fieldAttributes.password}
          />
        </Field>
        <Button type="submit" variant="primary" size="touch" full busy={isPending}>
          Sign in
        </Button>
        <p className="flex flex-wrap justify-between gap-x-6 gap-y-2 text-14">
          <TextLink href={withNext("/forgot-password", next)}>Forgot password?</TextLink>
          <TextLink href={withNext("/sign-in/email", next)}>Send me a sign-in link</TextLink>
        </p>
        <PasswordToggle shown={isShown} onChange={setIsShown} className="absolute top-7 right-0.5 size-11" />
      </div>
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
