"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { Dialog } from "@/components/ui/overlays/dialog";
import { api } from "@/lib/client/api";
import { reversePayment } from "@/lib/client/endpoints/payments";
import { formatMoney } from "@/lib/values/money";
import type { RefundablePayment } from "./refund-dialog";

interface ReverseDialogProps {
  organization: string;
  payment: RefundablePayment;
  locale: string;
  onClose: () => void;
}

/** A bounced cheque or a wrong entry: the money did not arrive. */
export function ReverseDialog({ organization, payment, locale, onClose }: ReverseDialogProps) {
  const { id, amount_minor, currency, payer_name } = payment;
  const router = useRouter();
  const [reason, setReason] = useState("");
  const act = useMutation({
    mutationFn: () => api(reversePayment, { id, reason }, { organization }),
    onSuccess: () => {
      router.refresh();
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Reverse ${formatMoney(amount_minor, currency, locale)} of ${payer_name}?`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" busy={act.isPending} disabled={reason.trim() === ""} onClick={() => act.mutate()}>
            Reverse payment
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormError message={act.error?.message} />
        <p>The money did not arrive. What it paid is open again.</p>
        <Field label="Reason">
          <Input value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
