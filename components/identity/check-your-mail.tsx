"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { ApiError } from "@/lib/client/api";

type Props = {
  email: string;
  children: ReactNode;
  /** The local outbox, where this machine keeps its mail in place of sending it. */
  outbox_href: string | null;
  again: () => Promise<unknown>;
};

export function CheckYourMail({ email, children, outbox_href, again }: Props) {
  const [state, setState] = useState<"idle" | "busy" | "sent" | { refused: string }>("idle");
  const sendAgain = async () => {
    setState("busy");
    try {
      await again();
      setState("sent");
    } catch (error) {
      setState({ refused: error instanceof ApiError ? error.message : "That did not work. Try again." });
    }
  };
  return (
    <div className="flex flex-col gap-4">
      <h1 ref={(heading) => heading?.focus()} tabIndex={-1} className="outline-none">
        Check your mail
      </h1>
      <p className="text-16">
        We wrote to <b className="font-medium text-ink">{email}</b>. {children}
      </p>
      {outbox_href ? (
        <p className="text-14">
          This server keeps its mail: <TextLink href={outbox_href}>open the outbox</TextLink>
        </p>
      ) : null}
      <div>
        <Button size="lg" busy={state === "busy"} onClick={() => void sendAgain()}>
          Send it again
        </Button>
      </div>
      <p role="status" className="min-h-5 text-14">
        {state === "sent" ? "Sent. It may take a minute; look into the spam folder too." : null}
        {typeof state === "object" ? state.refused : null}
      </p>
    </div>
  );
}
