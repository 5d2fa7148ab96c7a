"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { PasswordInput } from "@/components/ui/forms/password-input";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { api } from "@/lib/client/api";
import { acceptInvitation } from "@/lib/contracts/identity/accounts";
import { newPassword } from "@/lib/contracts/identity/auth-fields";
import { signInOnWeb } from "./web-session";

type Needs = "nothing" | "password" | "new_account";

const shapes = {
  nothing: z.object({ name: z.string(), password: z.string() }),
  password: z.object({ name: z.string(), password: z.string().min(1, "Enter your password").max(200) }),
  new_account: z.object({ name: z.string().trim().min(1, "Enter your name").max(80), password: newPassword }),
};

type Props = { token: string; email: string; needs: Needs; organization_name: string };

export function AcceptInvitationForm({ token, email, needs, organization_name }: Props) {
  const form = useForm({ resolver: zodResolver(shapes[needs]), defaultValues: { name: "", password: "" } });
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
          <Input size="touch" autoComplete="name" autoFocus {...form.register("name")} />
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
            {...form.register("password")}
          />
        </Field>
      )}
      <Button type="submit" variant="primary" size="touch" full busy={isSubmitting}>
        {`Join ${organization_name}`}
      </Button>
    </form>
  );
}
