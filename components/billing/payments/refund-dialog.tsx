"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type CreditScope, creditedOf, linesOf } from "@/components/billing/invoices/actions/credit";
import { CreditFields } from "@/components/billing/invoices/actions/credit-fields";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { refundPayment } from "@/lib/client/endpoints/payments";
import { formatMoney } from "@/lib/values/money";
import { useRefundable } from "./use-refundable";

export type RefundablePayment = {
  id: string;
  payer_name: string;
  amount_minor: number;
  refunded_minor: number;
  currency: string;
  invoices: readonly { id: string; number: string; amount_minor: number }[];
};

interface RefundDialogProps {
  organization: string;
  payment: RefundablePayment;
  isOfGateway: boolean;
  membershipsHref: string | null;
  locale: string;
  onClose: () => void;
}

const everything: CreditScope = { kind: "whole", amount_minor: null, lines: new Map() };

/** K14: from what, how much, and whether the membership ends are separate questions. */
export function RefundDialog(props: RefundDialogProps) {
  const { organization, payment, isOfGateway, membershipsHref, locale, onClose } = props;
  const { id, currency, invoices } = payment;
  const router = useRouter();
  const toast = useToast();
  const [invoice_id, setInvoice] = useState(invoices[0]?.id ?? "");
  const [scope, setScope] = useState(everything);
  const [ends, setEnds] = useState("no");
  const [reason, setReason] = useState("");
  const { data: refundable } = useRefundable(organization, invoice_id);
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const paid = invoices.find((one) => one.id === invoice_id)?.amount_minor;
  const most = Math.min(payment.amount_minor - payment.refunded_minor, paid ?? Number.MAX_SAFE_INTEGER);
  const amount_minor = creditedOf(scope, most);
  const lines = refundable?.lines ?? [];
  const asksForMembership = membershipsHref !== null && refundable?.isOfMembership === true;
  const act = useMutation({
    mutationFn: () =>
      api(
        refundPayment,
        {
          ...{ id, amount_minor: amount_minor ?? 0, reason: reason.trim() },
          ...(invoice_id && { invoice_id }),
          ...(scope.kind === "lines" && { lines: linesOf(scope) }),
        },
        { organization },
      ),
    onSuccess: () => {
      const done = money(amount_minor ?? 0);
      toast.show({
        tone: "good",
        message: isOfGateway ? `${done} goes back. It is pending until the gateway confirms it` : `${done} refunded`,
      });
      if (asksForMembership && ends === "yes") router.push(membershipsHref);
      else router.refresh();
      onClose();
    },
  });
  const isReady = reason.trim() !== "" && amount_minor !== null && amount_minor > 0 && amount_minor <= most;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Refund ${payment.payer_name}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" busy={act.isPending} disabled={!isReady} onClick={() => act.mutate()}>
            {`Refund ${amount_minor === null ? "" : money(amount_minor)}`.trim()}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormError message={act.error?.message} />
        <Field label="From" hint="A refund of an invoice issues its credit note.">
          <Select
            value={invoice_id}
            options={[
              ...invoices.map(({ id: value, number, amount_minor: part }) => ({
                value,
                label: `${number}, paid ${money(part)}`,
              })),
              { value: "", label: "Account credit" },
            ]}
            onChange={({ target }) => {
              setInvoice(target.value);
              setScope(everything);
            }}
          />
        </Field>
        <CreditFields
          scope={scope}
          onChange={setScope}
          lines={lines}
          label="How much"
          whole={{ label: `All of it, ${money(most)}` }}
          amount={{ label: "Amount" }}
          most_minor={most}
          currency={currency}
          locale={locale}
        />
        {asksForMembership ? (
          <RadioGroup
            label="And the membership?"
            name="membership"
            look="row"
            value={ends}
            onValueChange={setEnds}
            options={[
              { value: "no", label: "It continues" },
              { value: "yes", label: "Cancel it next" },
            ]}
          />
        ) : null}
        <Field label="Reason">
          <Input value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
