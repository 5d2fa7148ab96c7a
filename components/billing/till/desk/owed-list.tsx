import { lateWords } from "@/components/billing/invoices/money-words";
import type { OpenInvoice } from "@/components/billing/payments/open-invoice";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { formatDay, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";

type Owed = OpenInvoice & { description: string; total_minor: number; days_late: number };

interface OwedListProps {
  invoices: readonly Owed[];
  unticked: ReadonlySet<string>;
  onToggle: (id: string) => void;
  localeContext: LocaleContext;
}

/** What the payer owes, all of it ticked at first. */
export function OwedList({ invoices, unticked, onToggle, localeContext }: OwedListProps) {
  return (
    <ul className="tl-list">
      {invoices.map((invoice) => {
        const { id, number, description, due_on, open_minor, total_minor, days_late, currency } = invoice;
        const money = (minor: number) => formatMoney(minor, currency, localeContext.locale);
        const paid = total_minor - open_minor;
        return (
          <li key={id}>
            <Checkbox
              checked={!unticked.has(id)}
              onChange={() => onToggle(id)}
              aria-label={`${description}, ${money(open_minor)}`}
            />
            <div className="min-w-0 flex-1">
              <b>{description}</b>
              <small>{`${number}${paid > 0 ? ` · ${money(paid)} of ${money(total_minor)} is paid` : ""}`}</small>
            </div>
            <div className="text-right">
              <b className="text-20">{money(open_minor)}</b>
              <small className={days_late > 0 ? "text-bad-text" : undefined}>
                {days_late > 0 ? lateWords(days_late) : `due ${lowercaseRelativeDay(formatDay(due_on, localeContext))}`}
              </small>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
