"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { formatMoney } from "@/lib/values/money";
import { InvoiceTicks } from "./invoice-ticks";
import { methodWords } from "./method-words";
import { type OpenInvoice, owedOf } from "./open-invoice";
import { type Part, tallyOf } from "./parts";
import { PayByCode } from "./pay-by-code";
import type { Payer } from "./payer";
import { useOpenInvoices } from "./use-open-invoices";
import { useTakePayment } from "./use-take-payment";
import { WaysFields } from "./ways-fields";

export interface TakePaymentDialogProps {
  organization: string;
  payer: Payer;
  /** Where the money is taken; by default the member's home location. */
  location_id?: string;
  currency: string;
  locale: string;
  /** The invoices to pay. Without them all open invoices of the payer are ticked. */
  invoices?: readonly OpenInvoice[];
  onClose: () => void;
  onTaken?: () => void;
}

/** What is paid, how, and a second way for the rest, such as half in cash. */
export function TakePaymentDialog(props: TakePaymentDialogProps) {
  const { organization, payer, location_id, currency, locale, invoices, onClose, onTaken } = props;
  const router = useRouter();
  const toast = useToast();
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const [amount, setAmount] = useState<number | null | undefined>(undefined);
  const [parts, setParts] = useState<readonly Part[]>([{ method: "cash", amount_minor: null, reference: "" }]);
  const found = useOpenInvoices(organization, payer, currency, invoices === undefined);
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const open = invoices ?? found.data ?? [];
  const ticked = open.filter(({ id }) => !unticked.has(id));
  const owed = owedOf(ticked);
  const [only = null] = ticked.length === 1 ? ticked : [];
  const total = amount === undefined ? owed : amount;
  const tally = tallyOf(parts, total);
  const take = useTakePayment(organization, (_taking, [payment_id]) => {
    const query = new URLSearchParams({ organization });
    toast.show({
      tone: "good",
      message: `${money(total ?? 0)} received from ${payer.name}`,
      ...(payment_id && {
        action: {
          label: "Receipt",
          onAction: () => window.location.assign(`/api/v1/payments/${payment_id}/receipt?${query}`),
        },
      }),
    });
    router.refresh();
    onTaken?.();
    onClose();
  });
  const isReady = tally.isReady && (invoices !== undefined || found.isSuccess);
  const words = tally.parts
    .map((part) => `${money(part.amount_minor)} ${methodWords[part.method].toLowerCase()}`)
    .join(", ");
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title={`Take payment from ${payer.name}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={take.isPending}
            disabled={!isReady}
            onClick={() => take.mutate({ payer, location_id, currency, parts: tally.parts, invoices: ticked })}
          >
            {isReady ? `Take ${words}` : "Take payment"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormError message={take.error?.message ?? found.error?.message} />
        {invoices === undefined && found.isPending ? <p className="text-ink-3">Open invoices are loading.</p> : null}
        <InvoiceTicks
          invoices={open}
          unticked={unticked}
          locale={locale}
          onChange={(next) => {
            setUnticked(next);
            setAmount(undefined);
          }}
        />
        <WaysFields
          parts={parts}
          tally={tally}
          onChange={setParts}
          total={total}
          onTotalChange={setAmount}
          currency={currency}
          locale={locale}
        />
        {only ? (
          <PayByCode
            key={only.id}
            organization={organization}
            invoice={only}
            amount={money(only.open_minor)}
            onPaid={() => {
              toast.show({ tone: "good", message: `${only.number} is paid` });
              router.refresh();
              onTaken?.();
              onClose();
            }}
          />
        ) : null}
        {isReady && (total ?? 0) > owed ? (
          <p className="text-ink-3">{`${money((total ?? 0) - owed)} more than the invoices becomes account credit.`}</p>
        ) : null}
      </div>
    </Dialog>
  );
}
