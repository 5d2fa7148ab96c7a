"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { issueCreditNote } from "@/lib/client/endpoints/billing-invoices";
import { refundPayment } from "@/lib/client/endpoints/payments";
import { formatMoney } from "@/lib/values/money";
import { type CreditableLine, type CreditScope, creditedOf, linesOf, type PaidPart } from "./credit";
import { CreditFields } from "./credit-fields";

interface CreditNoteDialogProps {
  organization: string;
  invoice: {
    id: string;
    number: string;
    currency: string;
    total_minor: number;
    open_minor: number;
    /** What earlier credit notes took back. */
    credited_minor: number;
    lines: readonly CreditableLine[];
  };
  payer_name: string;
  /** Empty where nothing can be paid back, or the caller may not. */
  paid_by: readonly PaidPart[];
  /** The memberships of the payer, where lines of the invoice belong to one. */
  membershipsHref: string | null;
  locale: string;
  onClose: () => void;
}

/** K14: what is credited, what happens with the money, and whether the membership ends are three questions. */
export function CreditNoteDialog(props: CreditNoteDialogProps) {
  const { organization, invoice, payer_name, paid_by, membershipsHref, locale, onClose } = props;
  const { id, number, currency, total_minor, open_minor, credited_minor, lines } = invoice;
  const router = useRouter();
  const toast = useToast();
  const [scope, setScope] = useState<CreditScope>({ kind: "whole", amount_minor: null, lines: new Map() });
  const [money_to, setMoneyTo] = useState("credit");
  const [ends, setEnds] = useState("no");
  const [reason, setReason] = useState("");
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const credited = creditedOf(scope, total_minor - credited_minor);
  const less_owed = Math.min(open_minor, credited ?? 0);
  const refunded_from = paid_by.find(({ payment_id }) => payment_id === money_to);
  const act = useMutation({
    mutationFn: async (): Promise<string> => {
      const said = reason.trim();
      const of_lines = scope.kind === "lines" ? { lines: linesOf(scope) } : {};
      if (refunded_from) {
        const wanted = { id: refunded_from.payment_id, amount_minor: credited ?? 0, invoice_id: id, reason: said };
        const { credit_note } = await api(refundPayment, { ...wanted, ...of_lines }, { organization });
        return `${credit_note?.number}: ${money(credited ?? 0)} refunded`;
      }
      const amount = scope.kind === "amount" ? { amount_minor: credited ?? 0 } : {};
      const note = await api(issueCreditNote, { id, reason: said, ...amount, ...of_lines }, { organization });
      return `${note.number}: ${money(note.total_minor)} credited`;
    },
    onSuccess: (message) => {
      toast.show({ tone: "good", message });
      if (ends === "yes" && membershipsHref) router.push(membershipsHref);
      else router.refresh();
      onClose();
    },
  });
  const isReady = credited !== null && credited > 0 && reason.trim() !== "";
  return (
    <Dialog open onClose={onClose} size="lg" title={`Credit ${number} of ${payer_name}`}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) act.mutate();
        }}
      >
        <FormError message={act.error?.message} />
        <CreditFields
          scope={scope}
          onChange={setScope}
          lines={lines}
          label="What is credited"
          whole={{ label: "The whole invoice", hint: `What earlier credit notes left of ${money(total_minor)}` }}
          amount={{ label: "Amount, with tax", hint: "Split over the lines and their taxes in proportion" }}
          currency={currency}
          locale={locale}
        />
        {open_minor > 0 ? (
          <p className="text-ink-3">
            {`${money(less_owed)} less is owed.`}
            {credited !== null && credited > less_owed ? ` ${money(credited - less_owed)} becomes account credit.` : ""}
          </p>
        ) : (
          <RadioGroup
            label="And the money?"
            name="money"
            value={money_to}
            onValueChange={setMoneyTo}
            options={[
              { value: "credit", label: "Account credit", hint: "It pays the next invoice" },
              ...paid_by.map(({ payment_id, method, amount_minor }) => ({
                value: payment_id,
                label: `Refund, ${method.toLowerCase()}`,
                hint: `${money(amount_minor)} came this way`,
                disabled: credited !== null && credited > amount_minor,
              })),
            ]}
          />
        )}
        {membershipsHref ? (
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
        <Field label="Reason" hint="It is printed on the credit note">
          <Input value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
        </Field>
        <div className="ui-dialog-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={act.isPending} disabled={!isReady}>
            {`${refunded_from ? "Credit and refund" : "Credit"} ${credited === null ? "" : money(credited)}`.trim()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
