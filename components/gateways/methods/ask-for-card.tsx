"use client";

import { useMutation } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { CopyButton } from "@/components/ui/controls/copy-button";
import { FormError } from "@/components/ui/forms/form-error";
import { Dialog } from "@/components/ui/overlays/dialog";
import { api } from "@/lib/client/api";
import { requestMethod } from "@/lib/client/endpoints/payment-methods";

interface AskForCardProps {
  organization: string;
  payer: { member_id: string } | { company_id: string };
  name: string;
}

/** Sends a link with which the payer saves a card. It is shown once, to hand it over in another way. */
export function AskForCard({ organization, payer, name }: AskForCardProps) {
  const [isOpen, setIsOpen] = useState(false);
  const ask = useMutation({ mutationFn: () => api(requestMethod, payer, { organization }) });
  const close = () => {
    setIsOpen(false);
    ask.reset();
  };
  return (
    <>
      <Button size="sm" icon={<Mail aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        Ask for a card
      </Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title={ask.data ? "The link is ready" : `Ask ${name} for a card?`}
        actions={
          ask.data ? (
            <>
              <CopyButton text={ask.data.url} label="Copy link" />
              <Button variant="primary" onClick={close}>
                Done
              </Button>
            </>
          ) : (
            <>
              <Button onClick={close}>Cancel</Button>
              <Button variant="primary" busy={ask.isPending} onClick={() => ask.mutate()}>
                Send the link
              </Button>
            </>
          )
        }
      >
        <FormError message={ask.error?.message} />
        {ask.data ? (
          <p role="status">
            {ask.data.is_sent
              ? `It is on its way to ${name} and works for 7 days.`
              : `It was not sent, because no address is known or the message is switched off. Copy it and hand it over. It works for 7 days.`}
          </p>
        ) : (
          <p>
            {`${name} gets a link by e-mail or phone and saves a card or bank account there. Nothing is charged now: later bills are.`}
          </p>
        )}
      </Dialog>
    </>
  );
}
