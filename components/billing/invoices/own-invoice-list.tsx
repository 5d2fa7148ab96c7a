import { Row, RowList } from "@/components/ui/data/row-list";
import { formatDay, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";
import { type InvoiceRow, titleOf } from "./invoice";
import { InvoiceStatusBadge } from "./invoice-status";

interface OwnInvoiceListProps {
  invoices: readonly InvoiceRow[];
  localeContext: LocaleContext;
  invoiceHref: (id: string) => string;
}

/** The invoices of the member who reads. */
export function OwnInvoiceList({ invoices, localeContext, invoiceHref }: OwnInvoiceListProps) {
  return (
    <section className="rounded-dialog border border-line bg-surface px-4 py-1" aria-label="Invoices">
      <RowList>
        {invoices.map((one) => (
          <Row
            key={one.id}
            title={`${formatMoney(one.total_minor, one.currency, localeContext.locale)} · ${one.description}`}
            href={invoiceHref(one.id)}
            subtitle={subtitleOf(one, localeContext)}
            end={<InvoiceStatusBadge status={one.status} />}
          />
        ))}
      </RowList>
    </section>
  );
}

function subtitleOf(invoice: InvoiceRow, localeContext: LocaleContext): string {
  const { issued_on, due_on, open_minor, currency } = invoice;
  const issued = issued_on ? formatDay(issued_on, localeContext) : "";
  if (open_minor === 0 || !due_on) return `${titleOf(invoice)} · ${issued}`;
  const open = formatMoney(open_minor, currency, localeContext.locale);
  return `${titleOf(invoice)} · ${open} due ${lowercaseRelativeDay(formatDay(due_on, localeContext))}`;
}
