import { formatDateTime, formatExact, type LocaleContext } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";
import type { Invoice } from "./invoice";
import { settlementWords } from "./settlement-words";

type Event = { key: string; at: string; label: string; note?: string | null; isMoney?: boolean };

/** What happened to the document, newest first. */
export function InvoiceEvents({ invoice, localeContext }: { invoice: Invoice; localeContext: LocaleContext }) {
  return (
    <ol className="flex flex-col">
      {eventsOf(invoice, localeContext.locale).map(({ key, at, label, note, isMoney }) => (
        <li
          key={key}
          data-money={isMoney ? "" : undefined}
          className="relative border-line border-l pb-4 pl-4 before:absolute before:top-1.5 before:-left-[4.5px] before:size-2 before:rounded-full before:bg-ink-3 last:border-transparent last:pb-0 data-money:before:bg-good-text"
        >
          <b className="block font-medium text-ink">{label}</b>
          <time dateTime={at} title={formatExact(at, localeContext)} className="block text-ink-3">
            {formatDateTime(at, localeContext)}
          </time>
          {note ? <span className="block text-ink-2">{note}</span> : null}
        </li>
      ))}
    </ol>
  );
}

function eventsOf(invoice: Invoice, locale: string): Event[] {
  const { created_at, finalized_at, voided_at, void_reason, settlements, currency, kind, number } = invoice;
  const events: Event[] = finalized_at
    ? [{ key: "issued", at: finalized_at, label: `${kind === "invoice" ? "Issued" : "Credited"} as ${number}` }]
    : [{ key: "draft", at: created_at, label: "Draft written" }];
  for (const one of settlements) {
    const amount = formatMoney(Math.abs(one.amount_minor), currency, locale);
    events.push({
      ...{ key: one.id, at: one.created_at, label: `${amount}: ${settlementWords(one)}`, note: one.reason },
      isMoney: one.kind === "payment" || one.kind === "credit",
    });
  }
  if (voided_at) events.push({ key: "void", at: voided_at, label: "Voided", note: void_reason });
  return events.toReversed();
}
