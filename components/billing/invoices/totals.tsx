import { formatCount } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";
import type { InvoiceTotals } from "./invoice";

type Props = { totals: InvoiceTotals; locale: string };
/** With checkboxes the table has one more column. */
type RowsProps = Props & { selectable: boolean };

/** What the sums contain, and what they leave out. */
function countedWords({ counted, drafts, voided }: InvoiceTotals, locale: string): string {
  const left_out = [
    drafts > 0 ? `${formatCount(drafts, locale)} ${drafts === 1 ? "draft" : "drafts"}` : null,
    voided > 0 ? `${formatCount(voided, locale)} void` : null,
  ].filter((words) => words !== null);
  const words = `${formatCount(counted, locale)} ${counted === 1 ? "document" : "documents"} counted`;
  return left_out.length > 0 ? `${words}, without ${left_out.join(" and ")}` : words;
}

/** The foot of the table: one row for each currency, under the columns of the amounts. */
export function TotalsRows({ totals, locale, selectable }: RowsProps) {
  return totals.by_currency.map(({ currency, total_minor, open_minor }, index) => (
    <tr key={currency}>
      {selectable ? <td /> : null}
      <td colSpan={4}>{index === 0 ? countedWords(totals, locale) : currency}</td>
      {/* Below the columns that narrow windows hide. */}
      <td colSpan={2} className="max-lg:hidden" />
      <td data-align="end">{formatMoney(total_minor, currency, locale, { compact: true })}</td>
      <td data-align="end">{formatMoney(open_minor, currency, locale, { compact: true })}</td>
    </tr>
  ));
}

/** The same on a phone, where the table is a list. */
export function TotalsList({ totals, locale }: Props) {
  return (
    <dl className="flex flex-col gap-1 border-line border-t px-4 py-3 md:hidden">
      {totals.by_currency.map(({ currency, total_minor, open_minor, overdue_minor }) => (
        <div key={currency} className="flex justify-between gap-4">
          <dt className="text-ink-3">{countedWords(totals, locale)}</dt>
          <dd className="text-right text-ink">
            {formatMoney(total_minor, currency, locale, { compact: true })}
            <span className="block text-ink-3">
              {formatMoney(open_minor, currency, locale, { compact: true })} to pay
              {overdue_minor > 0 ? `, ${formatMoney(overdue_minor, currency, locale, { compact: true })} overdue` : ""}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
