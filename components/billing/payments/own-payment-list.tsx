import { PdfButton } from "@/components/billing/invoices/pdf-button";
import { Row, RowList } from "@/components/ui/data/row-list";
import { formatShortDate } from "@/lib/client/format-short-date";
import type { listOwnPayments } from "@/lib/contracts/billing/receipts";
import type { Output } from "@/lib/contracts/contract";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { formatMoney } from "@/lib/values/money";
import { methodWords } from "./method-words";

type OwnPayment = Output<typeof listOwnPayments>["data"][number];

interface OwnPaymentListProps {
  organization: string;
  payments: readonly OwnPayment[];
  locale: string;
  today: CalendarDay;
}

/** The payments of the member who reads, each with its receipt. */
export function OwnPaymentList({ organization, payments, locale, today }: OwnPaymentListProps) {
  const query = new URLSearchParams({ organization });
  return (
    <section className="rounded-dialog border border-line bg-surface px-4 py-1" aria-label="Payments">
      <RowList>
        {payments.map((payment) => (
          <Row
            key={payment.id}
            title={`${formatMoney(payment.amount_minor, payment.currency, locale)} · ${methodWords[payment.method]}`}
            subtitle={subtitleOf(payment, locale, today)}
            end={<PdfButton size="touch" href={`/api/v1/me/payments/${payment.id}/receipt?${query}`} />}
          />
        ))}
      </RowList>
    </section>
  );
}

function subtitleOf(payment: OwnPayment, locale: string, today: CalendarDay): string {
  const { received_on, invoices, refunded_minor, reversed_at, currency } = payment;
  return [
    formatShortDate(received_on, today, locale),
    invoices.map(({ number }) => number).join(", ") || "account credit",
    refunded_minor > 0 ? `${formatMoney(refunded_minor, currency, locale)} paid back` : null,
    reversed_at ? "taken back" : null,
  ]
    .filter(Boolean)
    .join(" · ");
}
