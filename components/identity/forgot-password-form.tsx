"use client";

import { api } from "@/lib/client/api";
import { forgotPassword } from "@/lib/client/endpoints/identity";
import { LinkRequestForm } from "./link-request-form";

export function ForgotPasswordForm(props: { next: string | null; outbox_href: string | null }) {
  return (
    <LinkRequestForm
      {...props}
      title="Reset your password"
      intro="Enter your e-mail address, and we will send you a link."
      button="Send link"
      back="Back to sign in"
      send={(email) => api(forgotPassword, { email })}
    >
      If this e-mail address has an account, the e-mail contains a link to set a new password. The link works once and
      expires after one hour. If only your gym knows the address, the e-mail contains a link to sign in.
    </LinkRequestForm>
  );
}
