"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { Dialog } from "@/components/ui/overlays/dialog";
import { api } from "@/lib/client/api";
import { refundPayment, reversePayment } from "@/lib/client/endpoints/payments";
import { formatMoney } from "@/lib/values/money";

interface PaymentActionsProps {
  organization: string;
  payment: {
    id: string;
    payer_name: string;
    amount_minor: number;
    refunded_minor: number;
    currency: string;
    invoices: readonly { id: string; number: string; amount_minor: number }[];
  };
  locale: string;
}

export function PaymentActions(props: PaymentActionsProps) {
  const { payment } = props;
  const [action, setAction] = useState<"refund" | "reverse" | null>(null);
  return (
    <>
      {payment.refunded_minor === 0 ? <Button onClick={() => setAction("reverse")}>Reverse…</Button> : null}
      {payment.refunded_minor < payment.amount_minor ? (
        <Button onClick={() => setAction("refund")}>Refund…</Button>
      ) : null}
      {action ? <ActionDialog {...props} action={action} onClose={() => setAction(null)} /> : null}
    </>
  );
}

type ActionDialogProps = PaymentActionsProps & { action: "refund" | "reverse"; onClose: () => void };

function ActionDialog({ organization, payment, locale, action, onClose }: ActionDialogProps) {
  const { id, currency, invoices } = payment;
  const router = useRouter();
  const left = payment.amount_minor - payment.refunded_minor;
  const [invoice_id, setInvoice] = useState(invoices[0]?.id ?? "");
  const [amount_minor, setAmount] = useState<number | null>(Math.min(left, invoices[0]?.amount_minor ?? left));
  const [reason, setReason] = useState("");
  const act = useMutation({
    mutationFn: async (): Promise<unknown> =>
      action === "reverse"
        ? api(reversePayment, { id, reason }, { organization })
        : api(
            refundPayment,
            { id, amount_minor: amount_minor ?? 0, reason, ...(invoice_id ? { invoice_id } : {}) },
            { organization },
          ),
    onSuccess: () => {
      router.refresh();
      onClose();
    },
  });
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const is_ready = reason.trim() !== "" && (action === "reverse" || (amount_minor !== null && amount_minor > 0));
  return (
    <Dialog
      open
      onClose={onClose}
      title={
        action === "reverse"
          ? `Reverse ${money(payment.amount_minor)} of ${payment.payer_name}?`
          : `Refund ${payment.payer_name}`
      }
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" busy={act.isPending} disabled={!is_ready} onClick={() => act.mutate()}>
            {action === "reverse" ? "Reverse payment" : `Refund ${money(amount_minor ?? 0)}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormError message={act.error?.message} />
        {action === "reverse" ? (
          <p>The money did not arrive. What it paid is open again.</p>
        ) : (
          <>
            <Field label="From" hint="A refund of an invoice issues its credit note. Memberships stay as they are.">
              <Select
                value={invoice_id}
                options={[
                  ...invoices.map(({ id: value, number, amount_minor: paid }) => ({
                    value,
                    label: `${number}, paid ${money(paid)}`,
                  })),
                  { value: "", label: "Account credit" },
                ]}
                onChange={({ target }) => setInvoice(target.value)}
              />
            </Field>
            <Field label="Amount">
              <MoneyInput currency={currency} locale={locale} value={amount_minor} onValueChange={setAmount} />
            </Field>
          </>
        )}
        <Field label="Reason">
          <Input value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
