"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { chargeSentence } from "@/components/gateways/charges/charge-words";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { FormError } from "@/components/ui/forms/form-error";
import { Dialog } from "@/components/ui/overlays/dialog";
import { api } from "@/lib/client/api";
import type { Output } from "@/lib/client/endpoint";
import { chargeInvoice } from "@/lib/client/endpoints/payment-links";

interface ChargeDialogProps {
  organization: string;
  invoice: { id: string; number: string };
  payer_name: string;
  /** What was shown is what is charged, also if the default changes meanwhile. */
  payment_method_id: string | undefined;
  /** "Visa 4242" */
  method: string;
  amount: string;
  onSendLink: () => void;
  onClose: () => void;
}

/** Charges the payer's default method, and says what the bank answered. */
export function ChargeDialog({ organization, invoice, payer_name, method, amount, ...props }: ChargeDialogProps) {
  const { payment_method_id, onSendLink, onClose } = props;
  const router = useRouter();
  const charge = useMutation({
    mutationFn: () => api(chargeInvoice, { id: invoice.id, payment_method_id }, { organization }),
    onSettled: () => router.refresh(),
  });
  const { data } = charge;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Charge ${amount} to ${method}?`}
      actions={
        data ? (
          <>
            {data.status === "failed" ? <Button onClick={onSendLink}>Send link…</Button> : null}
            <Button variant="primary" onClick={onClose}>
              Close
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" busy={charge.isPending} onClick={() => charge.mutate()}>
              Charge {amount}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <FormError message={charge.error?.message} />
        {data ? (
          <ChargeResult data={data} amount={amount} method={method} />
        ) : (
          <p>
            It pays {invoice.number} of {payer_name}. The payer gets a receipt when the money is collected.
          </p>
        )}
      </div>
    </Dialog>
  );
}

function ChargeResult({
  data,
  amount,
  method,
}: {
  data: Output<typeof chargeInvoice>;
  amount: string;
  method: string;
}) {
  const sentence = chargeSentence(data);
  switch (data.status) {
    case "succeeded":
      return (
        <Callout tone="good" role="status" title={`${amount} collected from ${method}`}>
          The invoice is paid.
        </Callout>
      );
    case "failed":
      return (
        <Callout tone="bad" role="alert" title={`${method} was declined`}>
          {sentence} Nothing was charged.
        </Callout>
      );
    case "canceled":
      return (
        <Callout tone="warn" role="alert" title="Nothing was charged">
          {sentence}
        </Callout>
      );
    case "processing":
      return (
        <Callout tone="info" role="status" title="The money is on its way">
          The bank confirms it within days. Until then the invoice is open, and not overdue.
        </Callout>
      );
    default:
      return (
        <Callout
          tone="info"
          role="status"
          title={data.charge_at ? "The debit is announced" : "The answer is not known yet"}
        >
          {data.charge_at
            ? "The payer gets the notice first. The debit follows a day later."
            : `${sentence ?? ""} The gateway is asked again within minutes. Do not take the money in another way.`.trim()}
        </Callout>
      );
  }
}
