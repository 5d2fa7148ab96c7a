import { formatFullDate } from "@/lib/client/format-short-date";
import type { previewInvoice } from "@/lib/contracts/billing/invoices";
import type { Output } from "@/lib/contracts/contract";
import { formatMoney } from "@/lib/values/money";

interface DraftTotalsProps {
  totals: Output<typeof previewInvoice> | undefined;
  error: string | undefined;
  /** The chosen due day; otherwise that of the legal entity. */
  due_on: string;
  locale: string;
}

/** What the lines sum to, with the taxes of today, from the API. */
export function DraftTotals({ totals, error, due_on, locale }: DraftTotalsProps) {
  if (error) return <p className="text-warn-text">{error}</p>;
  if (!totals) return <p className="text-ink-3">Write a line to see its total and its tax.</p>;
  const money = (minor: number) => formatMoney(minor, totals.currency, locale);
  return (
    <>
      <p className="text-ink-3">Total</p>
      <p className="font-medium text-36 text-ink">{money(totals.total_minor)}</p>
      <p className="text-ink-3">{`due ${formatFullDate(due_on || totals.due_on, locale)}`}</p>
      <dl className="mt-4 flex flex-col gap-1 border-line border-t pt-3">
        <div className="flex justify-between gap-4">
          <dt>Without tax</dt>
          <dd className="text-ink">{money(totals.net_minor)}</dd>
        </div>
        {totals.taxes.map(({ name, rate_ppm, base_minor, amount_minor }) => (
          <div key={`${name} ${rate_ppm}`} className="flex justify-between gap-4">
            <dt>
              {`${name} ${(rate_ppm / 10_000).toLocaleString(locale, { maximumFractionDigits: 4 })} % on ${money(base_minor)}`}
            </dt>
            <dd className="text-ink">{money(amount_minor)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
