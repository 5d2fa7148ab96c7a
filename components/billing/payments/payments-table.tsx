import { TextLink } from "@/components/ui/controls/text-link";
import { Badge } from "@/components/ui/data/badge";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatDay, type LocaleContext } from "@/lib/client/format";
import type { PaymentMethod } from "@/lib/values/billing";
import { formatMoney } from "@/lib/values/money";
import { methodWords } from "./method-words";

type Payment = {
  id: string;
  payer_name: string;
  location_name: string;
  method: PaymentMethod;
  amount_minor: number;
  currency: string;
  received_on: string;
  refunded_minor: number;
  reversed_at: string | null;
  invoices: readonly { id: string; number: string }[];
};

interface PaymentsTableProps {
  payments: readonly Payment[];
  reader: LocaleContext;
  /** The address of the list; a payment is below it. */
  base: string;
}

export function PaymentsTable({ payments, reader, base }: PaymentsTableProps) {
  const columns: Column<Payment>[] = [
    { key: "day", header: "Received", cell: ({ received_on }) => formatDay(received_on, reader) },
    {
      key: "payer",
      header: "From",
      cell: ({ id, payer_name }) => <TextLink href={`${base}/${id}`}>{payer_name}</TextLink>,
    },
    { key: "how", header: "How", cell: ({ method }) => methodWords[method] },
    {
      key: "for",
      header: "For",
      cell: (payment) => payment.invoices.map(({ number }) => number).join(", ") || "Credit",
    },
    { key: "where", header: "Location", className: "max-lg:hidden", cell: ({ location_name }) => location_name },
    { key: "state", header: "State", cell: (payment) => <State payment={payment} locale={reader.locale} /> },
    {
      key: "amount",
      header: "Amount",
      align: "end",
      cell: ({ amount_minor, currency }) => formatMoney(amount_minor, currency, reader.locale),
    },
  ];
  return (
    <DataTable
      label="Payments"
      density="dense"
      edge
      columns={columns}
      rows={payments}
      rowKey={({ id }) => id}
      phone={(payment) => (
        <PhoneRow
          title={payment.payer_name}
          href={`${base}/${payment.id}`}
          subtitle={`${formatDay(payment.received_on, reader)}, ${methodWords[payment.method].toLowerCase()}`}
          status={<b>{formatMoney(payment.amount_minor, payment.currency, reader.locale)}</b>}
          fact={<State payment={payment} locale={reader.locale} />}
        />
      )}
    />
  );
}

function State({ payment, locale }: { payment: Payment; locale: string }) {
  if (payment.reversed_at) return <Badge tone="bad">Reversed</Badge>;
  if (payment.refunded_minor === 0) return <Badge tone="good">Received</Badge>;
  return <Badge tone="mute">{`Refunded ${formatMoney(payment.refunded_minor, payment.currency, locale)}`}</Badge>;
}
