"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { getAccount, recordPayment } from "@/lib/client/endpoints/payments";
import { type Currency, formatMoney } from "@/lib/values/money";
import { InvoiceTicks } from "./invoice-ticks";
import { methodWords } from "./method-words";
import { sharesOf } from "./shares-of";
import { type Ways, WaysFields } from "./ways-fields";

export interface TakePaymentDialogProps {
  organization: string;
  member: { id: string; name: string };
  /** Where the money is taken; by default the member's home location. */
  location_id?: string;
  currency: string;
  locale: string;
  /** The invoice to pay. Without it all open invoices are ticked. */
  invoice_id?: string;
  onClose: () => void;
}

/** What is paid, how, and a second way for the rest, such as half in cash. */
export function TakePaymentDialog(props: TakePaymentDialogProps) {
  const { organization, member, location_id, currency, locale, invoice_id, onClose } = props;
  const router = useRouter();
  const toast = useToast();
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const [amount, setAmount] = useState<number | null | undefined>(undefined);
  const [ways, setWays] = useState<Ways>({ method: "cash", reference: "", rest: null });
  /** What an earlier attempt already recorded of a split. */
  const [recorded, setRecorded] = useState(0);
  const account = useQuery({
    queryKey: ["member-account", organization, member.id],
    queryFn: ({ signal }) => api(getAccount, { id: member.id }, { organization, signal }),
    retry: false,
  });
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const open = (account.data?.open_invoices ?? []).filter(
    (invoice) => invoice.currency === currency && (!invoice_id || invoice.id === invoice_id),
  );
  const ticked = open.filter(({ id }) => !unticked.has(id));
  const owed = ticked.reduce((all, { open_minor }) => all + open_minor, 0);
  const total = amount === undefined ? owed : amount;
  const second = ways.rest && total !== null ? Math.min(ways.rest.amount_minor ?? 0, total) : 0;
  const parts = [
    { method: ways.method, reference: ways.reference, amount_minor: (total ?? 0) - second },
    ...(ways.rest ? [{ method: ways.rest.method, reference: "", amount_minor: second }] : []),
  ].filter((part) => part.amount_minor > 0);
  const record = useMutation({
    mutationFn: async () => {
      let last = "";
      const shares = sharesOf(
        parts.map((part) => part.amount_minor),
        ticked,
      );
      for (const [index, { method, reference, amount_minor }] of parts.entries()) {
        if (index < recorded) continue;
        const invoices = shares[index] ?? [];
        const { id } = await api(
          recordPayment,
          {
            ...{ member_id: member.id, method, amount_minor, currency: currency as Currency },
            ...(location_id ? { location_id } : {}),
            ...(reference.trim() ? { reference: reference.trim() } : {}),
            ...(invoices.length > 0 ? { invoices } : {}),
          },
          { organization },
        );
        setRecorded(index + 1);
        last = id;
      }
      return last;
    },
    onSuccess: (payment_id) => {
      const query = new URLSearchParams({ organization });
      toast.show({
        tone: "good",
        message: `${money(total ?? 0)} received from ${member.name}`,
        action: { label: "Receipt", onAction: () => window.location.assign(`/api/v1/payments/${payment_id}/receipt?${query}`) },
      });
      router.refresh();
      onClose();
    },
  });
  const is_ready = account.isSuccess && total !== null && total > 0;
  const words = parts.map((part) => `${money(part.amount_minor)} ${methodWords[part.method].toLowerCase()}`).join(", ");
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title={`Take payment from ${member.name}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={record.isPending} disabled={!is_ready} onClick={() => record.mutate()}>
            {is_ready ? `Take ${words}` : "Take payment"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormError message={record.error?.message ?? account.error?.message} />
        {recorded > 0 && record.isError ? (
          <p role="status">{`The first ${recorded === 1 ? "part is" : "parts are"} recorded. Only the rest is taken again.`}</p>
        ) : null}
        {account.isPending ? <p className="text-ink-3">Open invoices are loading.</p> : null}
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
          ways={ways}
          onChange={setWays}
          total={total}
          onTotalChange={setAmount}
          currency={currency}
          locale={locale}
          locked={recorded > 0}
        />
        {is_ready && total > owed ? (
          <p className="text-ink-3">{`${money(total - owed)} more than the invoices becomes account credit.`}</p>
        ) : null}
      </div>
    </Dialog>
  );
}
