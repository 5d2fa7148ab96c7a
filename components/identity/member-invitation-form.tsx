"use client";

import { Button, ButtonLink } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Callout } from "@/components/ui/data/callout";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { PasswordInput } from "@/components/ui/forms/password-input";
import { usePlainForm } from "@/components/ui/forms/use-plain-form";
import { api } from "@/lib/client/api";
import { acceptMemberInvitation } from "@/lib/client/endpoints/identity";
import type { Output } from "@/lib/contracts/contract";
import type { readMemberInvitation } from "@/lib/contracts/identity/member-invitations";
import { fieldChecks } from "./field-rules";
import { SignOutLink } from "./sign-out-link";
import { signInByLink } from "./web-session";

type Invitation = Output<typeof readMemberInvitation>;

type Props = Pick<Invitation, "email" | "needs" | "signed_in_as"> & { token: string; organization_name: string };

export function MemberInvitationForm(props: Props) {
  const { token, email, needs, signed_in_as, organization_name } = props;
  const { form, errors, isPending } = usePlainForm({
    fields: ["password"],
    checks: { password: (text) => (text === "" ? null : fieldChecks.newPassword(text)) },
    send: async ({ password }) => {
      const { organization, sign_in_token } = await api(acceptMemberInvitation, {
        token,
        ...(password ? { password } : {}),
        link_to_signed_in: needs === "confirm",
      });
      if (sign_in_token) await signInByLink(sign_in_token);
      // A full page load: the CSRF token of the new session is in the page's head.
      window.location.assign(`/me/${organization.slug}`);
      await new Promise(() => {});
    },
  });
  if (needs === "sign_in") return <SignInFirst token={token} email={email} />;
  if (needs === "sign_out") {
    return (
      <Callout tone="warn" title={`This invitation is for ${email}`}>
        You are signed in as {signed_in_as}. Sign out, then open the link again. <SignOutLink />
      </Callout>
    );
  }
  return (
    <form {...form} className="flex flex-col gap-4">
      <FormError message={errors.root} />
      {needs === "new_account" ? (
        <>
          <p className="text-14">
            You will sign in as <b className="break-words font-medium text-ink">{email}</b>, with a link by email or
            with a password.
          </p>
          <Field label="Password (optional)" error={errors.password} hint="At least 8 characters.">
            <PasswordInput size="touch" name="password" autoComplete="new-password" />
          </Field>
        </>
      ) : null}
      {needs === "confirm" ? (
        <Callout tone="warn" title={`You are signed in as ${signed_in_as}`}>
          The invitation was sent to {email}. Link this membership to {signed_in_as}? Only do this if both are you.
        </Callout>
      ) : null}
      <Button type="submit" variant="primary" size="touch" full busy={isPending}>
        {needs === "confirm" ? `Link to ${signed_in_as}` : `Open my page at ${organization_name}`}
      </Button>
      {needs === "confirm" ? (
        <p className="text-14">
          Not you? <SignOutLink />
        </p>
      ) : null}
    </form>
  );
}

function SignInFirst({ token, email }: { token: string; email: string }) {
  const next = encodeURIComponent(`/member-invitation?token=${token}`);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-14">
        <b className="break-words font-medium text-ink">{email}</b> has an account already. Sign in to it to add this
        membership.
      </p>
      <ButtonLink variant="primary" size="touch" full href={`/sign-in?next=${next}`}>
        Sign in
      </ButtonLink>
      <p className="text-center text-14">
        No password? <TextLink href="/sign-in/email">Sign in by e-mail</TextLink>: the membership is added with it.
      </p>
    </div>
  );
}
