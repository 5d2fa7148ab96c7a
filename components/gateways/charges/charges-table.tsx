import { TextLink } from "@/components/ui/controls/text-link";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatDateTime, formatExact, type LocaleContext } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { listAttempts } from "@/lib/contracts/gateways/payment-attempts";
import { formatMoney } from "@/lib/values/money";
import { ChargeState } from "./charge-state";
import { chargeSentence, methodOf, originWords } from "./charge-words";

export type Charge = Output<typeof listAttempts>["data"][number];

interface ChargesTableProps {
  charges: readonly Charge[];
  localeContextOf: (location_id: string) => LocaleContext;
  invoiceHref: (id: string) => string;
  paymentHref: (id: string) => string;
}

/** The attempts to collect invoices through a gateway. Each leads to its payment, or to the invoice that it did not pay. */
export function ChargesTable({ charges, localeContextOf, invoiceHref, paymentHref }: ChargesTableProps) {
  const when = (charge: Charge) => formatDateTime(charge.created_at, localeContextOf(charge.location_id));
  const money = (charge: Charge) =>
    formatMoney(charge.amount_minor, charge.currency, localeContextOf(charge.location_id).locale);
  const columns: Column<Charge>[] = [
    {
      key: "at",
      header: "Charged",
      cell: (charge) => (
        <time dateTime={charge.created_at} title={formatExact(charge.created_at, localeContextOf(charge.location_id))}>
          {when(charge)}
        </time>
      ),
    },
    { key: "payer", header: "From", cell: ({ payer_name }) => payer_name },
    {
      key: "for",
      header: "For",
      cell: ({ invoice_id, invoice_number }) => <TextLink href={invoiceHref(invoice_id)}>{invoice_number}</TextLink>,
    },
    {
      key: "with",
      header: "With",
      className: "max-lg:hidden",
      cell: (charge) => (
        <>
          {methodOf(charge)}
          <span className="block text-12 text-ink-3">{originWords[charge.origin]}</span>
        </>
      ),
    },
    { key: "state", header: "State", cell: ({ status }) => <ChargeState status={status} /> },
    {
      key: "why",
      header: "Why",
      className: "max-lg:hidden",
      cell: (charge) => (
        <span className="text-ink-2" title={charge.failure ?? charge.vendor_code ?? undefined}>
          {charge.payment_id ? (
            <TextLink href={paymentHref(charge.payment_id)}>Receipt</TextLink>
          ) : (
            chargeSentence(charge)
          )}
        </span>
      ),
    },
    { key: "amount", header: "Amount", align: "end", cell: money },
  ];
  return (
    <DataTable
      label="Charges"
      density="dense"
      edge
      columns={columns}
      rows={charges}
      rowKey={({ id }) => id}
      phone={(charge) => (
        <PhoneRow
          title={`${charge.payer_name}, ${charge.invoice_number}`}
          href={charge.payment_id ? paymentHref(charge.payment_id) : invoiceHref(charge.invoice_id)}
          subtitle={`${when(charge)}, ${chargeSentence(charge) ?? methodOf(charge)}`}
          status={<b>{money(charge)}</b>}
          fact={<ChargeState status={charge.status} />}
        />
      )}
    />
  );
}
