import { Checkbox } from "@/components/ui/forms/checkbox";
import { formatMoney } from "@/lib/values/money";

interface InvoiceTicksProps {
  invoices: readonly { id: string; number: string; due_on: string; open_minor: number; currency: string }[];
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
          <span className="text-ink-3">due {due_on}</span>
          <span className="ml-auto tabular-nums">{formatMoney(open_minor, currency, locale)}</span>
        </span>
      ))}
    </fieldset>
  );
}
