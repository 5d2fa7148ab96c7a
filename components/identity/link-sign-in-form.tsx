"use client";

import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { usePlainForm } from "@/components/ui/forms/use-plain-form";
import { signInByLink } from "./web-session";

export function LinkSignInForm({ token, email }: { token: string; email: string }) {
  const { form, errors, isPending } = usePlainForm({
    fields: [],
    checks: {},
    send: async () => {
      await signInByLink(token);
      // A full page load: the CSRF token of the new session is in the page's head.
      window.location.assign("/switch");
      await new Promise(() => {});
    },
  });
  return (
    <form {...form} className="flex flex-col gap-4">
      <h1>Sign in</h1>
      <p className="text-16">
        You will be signed in as <b className="break-words font-medium text-ink">{email}</b>.
      </p>
      <FormError message={errors.root} />
      <Button type="submit" variant="primary" size="touch" full busy={isPending}>
        Sign in
      </Button>
    </form>
  );
}
