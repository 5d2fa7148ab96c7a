"use client";

import { api } from "@/lib/client/api";
import { sendSignInLink } from "@/lib/client/endpoints/identity";
import { LinkRequestForm } from "./link-request-form";

export function EmailLinkForm(props: { next: string | null; outbox_href: string | null }) {
  return (
    <LinkRequestForm
      {...props}
      title="Sign in by e-mail"
      intro="Enter the e-mail address that your gym has of you. We will send you a link; you need no password."
      button="Send sign-in link"
      back="Sign in with a password"
      send={(email) => api(sendSignInLink, { email })}
    >
      If your gym or FitFlow Pro knows this address, the e-mail contains a link to sign in. The link works once and
      expires after 15 minutes.
    </LinkRequestForm>
  );
}
