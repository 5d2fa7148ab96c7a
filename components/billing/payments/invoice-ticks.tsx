import { Checkbox } from "@/components/ui/forms/checkbox";
import { formatFullDate } from "@/lib/client/format-short-date";
import { formatMoney } from "@/lib/values/money";

import type { OpenInvoice } from "./open-invoice";

interface InvoiceTicksProps {
  invoices: readonly OpenInvoice[];
  unticked: ReadonlySet<string>;
  locale: string;
  onChange: (unticked: ReadonlySet<string>) => void;
}

/** The open invoices, all ticked at first. */
export function InvoiceTicks({ invoices, unticked, locale, onChange }: InvoiceTicksProps) {
  if (invoices.length === 0) return null;
  const toggle = (id: string) => {
    const next = new Set(unticked);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="ui-label">Open invoices</legend>
      {invoices.map(({ id, number, due_on, open_minor, currency }) => (
        <span key={id} className="flex items-center gap-3">
          <Checkbox
            checked={!unticked.has(id)}
            onChange={() => toggle(id)}
            aria-label={`${number}, ${formatMoney(open_minor, currency, locale)}`}
          />
          <span className="text-ink">{number}</span>
          <span className="text-ink-3">due {formatFullDate(due_on, locale)}</span>
          <span className="ml-auto tabular-nums">{formatMoney(open_minor, currency, locale)}</span>
        </span>
      ))}
    </fieldset>
  );
}
