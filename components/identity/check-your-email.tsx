"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { ApiError } from "@/lib/client/api";

type Props = {
  email: string;
  children: ReactNode;
  /** The local outbox, if this server stores emails instead of sending them. */
  outbox_href: string | null;
  onResend: () => Promise<unknown>;
};

export function CheckYourEmail({ email, children, outbox_href, onResend }: Props) {
  const [state, setState] = useState<"idle" | "busy" | "sent" | { error: string }>("idle");
  const resend = async () => {
    setState("busy");
    try {
      await onResend();
      setState("sent");
    } catch (error) {
      setState({ error: error instanceof ApiError ? error.message : "The e-mail could not be sent. Try again." });
    }
  };
  return (
    <div className="flex flex-col gap-4">
      <h1 ref={(heading) => heading?.focus()} tabIndex={-1} className="outline-none">
        Check your e-mail
      </h1>
      <p className="text-16">
        We sent an e-mail to <b className="font-medium text-ink">{email}</b>. {children}
      </p>
      {outbox_href ? (
        <p className="text-14">
          This server does not send e-mails: <TextLink href={outbox_href}>open the outbox</TextLink>
        </p>
      ) : null}
      <div>
        <Button size="lg" busy={state === "busy"} onClick={() => void resend()}>
          Resend e-mail
        </Button>
      </div>
      <p role="status" className="min-h-5 text-14">
        {state === "sent" ? "Sent. It may take a minute. Check your spam folder as well." : null}
        {typeof state === "object" ? state.error : null}
      </p>
    </div>
  );
}
