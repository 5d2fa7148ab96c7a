"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { channelLabels } from "@/components/messages/notifications/message-labels";
import { Button } from "@/components/ui/controls/button";
import { CopyButton } from "@/components/ui/controls/copy-button";
import { Callout } from "@/components/ui/data/callout";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Select } from "@/components/ui/forms/select";
import { Dialog } from "@/components/ui/overlays/dialog";
import { api } from "@/lib/client/api";
import type { Output } from "@/lib/client/endpoint";
import { createPaymentLink } from "@/lib/client/endpoints/payment-links";

interface LinkDialogProps {
  organization: string;
  invoice: { id: string; number: string };
  payer_name: string;
  amount: string;
  onClose: () => void;
}

const days = [1, 3, 7, 14, 30];

/** A link to pay without signing in: sent to the payer, or copied. It is shown once. */
export function LinkDialog({ organization, invoice, payer_name, amount, onClose }: LinkDialogProps) {
  const [valid_days, setValidDays] = useState(7);
  const make = useMutation({
    mutationFn: (send_to_payer: boolean) =>
      api(createPaymentLink, { id: invoice.id, valid_days, send_to_payer }, { organization }),
  });
  const busy = make.isPending ? make.variables : null;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Link to pay ${amount}`}
      actions={
        make.data ? (
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button busy={busy === false} disabled={busy === true} onClick={() => make.mutate(false)}>
              Make a link to copy
            </Button>
            <Button variant="primary" busy={busy === true} disabled={busy === false} onClick={() => make.mutate(true)}>
              Send to {payer_name}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <FormError message={make.error?.message} />
        {make.data ? (
          <MadeLink link={make.data} />
        ) : (
          <>
            <p>
              Anyone with the link can pay {invoice.number} without signing in. The page shows this bill and nothing
              else of the payer.
            </p>
            <Field label="Valid for">
              <Select
                value={String(valid_days)}
                options={days.map((count) => ({
                  value: String(count),
                  label: count === 1 ? "1 day" : `${count} days`,
                }))}
                onChange={({ target }) => setValidDays(Number(target.value))}
              />
            </Field>
          </>
        )}
      </div>
    </Dialog>
  );
}

function MadeLink({ link: { url, sent_to } }: { link: Output<typeof createPaymentLink> }) {
  return (
    <>
      {sent_to ? (
        <Callout tone="good" role="status" title={`On its way to ${sent_to.to_name}`}>
          {channelLabels[sent_to.channel]}, {sent_to.to_address}
        </Callout>
      ) : (
        <p role="status">The link is shown once. Copy it now.</p>
      )}
      <p className="flex items-center gap-2">
        <code className="min-w-0 break-all rounded-control bg-surface-2 px-2 py-1 text-12 text-ink">{url}</code>
        <CopyButton text={url} label="Copy link" iconOnly size="sm" />
      </p>
    </>
  );
}
