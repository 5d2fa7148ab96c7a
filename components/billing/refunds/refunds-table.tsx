import { methodWords } from "@/components/billing/payments/method-words";
import { TextLink } from "@/components/ui/controls/text-link";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatDay, type LocaleContext } from "@/lib/client/format";
import type { listRefunds } from "@/lib/contracts/billing/refunds";
import type { Output } from "@/lib/contracts/contract";
import { formatMoney } from "@/lib/values/money";
import { RefundState, refundSentence } from "./refund-state";

type Refund = Output<typeof listRefunds>["data"][number];

interface RefundsTableProps {
  refunds: readonly Refund[];
  reader: LocaleContext;
  paymentHref: (id: string) => string;
  invoiceHref: (id: string) => string;
}

export function RefundsTable({ refunds, reader, paymentHref, invoiceHref }: RefundsTableProps) {
  const money = ({ amount_minor, currency }: Refund) => formatMoney(amount_minor, currency, reader.locale);
  const columns: Column<Refund>[] = [
    { key: "day", header: "Decided", cell: ({ refunded_on }) => formatDay(refunded_on, reader) },
    {
      key: "payer",
      header: "To",
      cell: ({ payment_id, payer_name }) => <TextLink href={paymentHref(payment_id)}>{payer_name}</TextLink>,
    },
    { key: "how", header: "How", cell: ({ method }) => methodWords[method] },
    {
      key: "note",
      header: "Credit note",
      cell: ({ credit_note }) =>
        credit_note ? <TextLink href={invoiceHref(credit_note.id)}>{credit_note.number}</TextLink> : "Account credit",
    },
    {
      key: "why",
      header: "Reason",
      className: "max-lg:hidden",
      cell: ({ reason, status, failure }) => (
        <>
          {reason}
          {status === "succeeded" ? null : (
            <span className="block text-12 text-ink-2">{refundSentence(status, failure)}</span>
          )}
        </>
      ),
    },
    { key: "where", header: "Location", className: "max-lg:hidden", cell: ({ location_name }) => location_name },
    { key: "state", header: "State", cell: ({ status }) => <RefundState status={status} /> },
    { key: "amount", header: "Amount", align: "end", cell: money },
  ];
  return (
    <DataTable
      label="Refunds"
      density="dense"
      edge
      columns={columns}
      rows={refunds}
      rowKey={({ id }) => id}
      phone={(refund) => (
        <PhoneRow
          title={refund.payer_name}
          href={paymentHref(refund.payment_id)}
          subtitle={`${formatDay(refund.refunded_on, reader)}, ${methodWords[refund.method].toLowerCase()}`}
          status={<b>{money(refund)}</b>}
          fact={
            <>
              <RefundState status={refund.status} /> {refundSentence(refund.status, refund.failure)}
            </>
          }
        />
      )}
    />
  );
}
