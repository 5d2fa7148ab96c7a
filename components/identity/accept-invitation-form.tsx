"use client";

import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { PasswordInput } from "@/components/ui/forms/password-input";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { api } from "@/lib/client/api";
import { acceptInvitation } from "@/lib/client/endpoints/identity";
import { fieldRules } from "./field-rules";
import { signInOnWeb } from "./web-session";

type Needs = "nothing" | "password" | "new_account";

type Props = { token: string; email: string; needs: Needs; organization_name: string };

export function AcceptInvitationForm({ token, email, needs, organization_name }: Props) {
  const form = useForm({ defaultValues: { name: "", password: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ name, password }) => {
    const credentials = { new_account: { name, password }, password: { password }, nothing: {} }[needs];
    try {
      const { organization } = await api(acceptInvitation, { token, ...credentials });
      if (needs !== "nothing") await signInOnWeb({ email, password });
      window.location.assign(`/manage/${organization.slug}`);
      await new Promise(() => {});
    } catch (error) {
      showFormErrors(error, form.setError, ["name", "password"]);
    }
  });
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <FormError message={errors.root?.message} />
      {needs === "nothing" ? null : (
        <Field label="Email">
          <Input size="touch" type="email" autoComplete="username" readOnly value={email} />
        </Field>
      )}
      {needs === "new_account" ? (
        <Field label="Your name" error={errors.name?.message}>
          <Input size="touch" autoComplete="name" autoFocus {...form.register("name", fieldRules.name)} />
        </Field>
      ) : null}
      {needs === "nothing" ? null : (
        <Field
          label={needs === "new_account" ? "Choose a password" : "Your password"}
          error={errors.password?.message}
          hint={needs === "new_account" ? "At least 8 characters." : undefined}
        >
          <PasswordInput
            size="touch"
            autoComplete={needs === "new_account" ? "new-password" : "current-password"}
            autoFocus={needs === "password"}
            {...form.register("password", needs === "new_account" ? fieldRules.newPassword : fieldRules.password)}
          />
        </Field>
      )}
      <Button type="submit" variant="primary" size="touch" full busy={isSubmitting}>
        {`Join ${organization_name}`}
      </Button>
    </form>
  );
}
