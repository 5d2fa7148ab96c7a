import { TextLink } from "@/components/ui/controls/text-link";
import { formatDateTime, formatDay, formatExact, type LocaleContext } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";
import type { Invoice } from "./invoice";
import { settlementWords } from "./settlement-words";

type Look = "to_come" | "money" | "message" | "issued";
type Event = {
  key: string;
  /** An instant, or null of what is still to come. */
  at: string | null;
  when?: string;
  label: string;
  note?: string | null;
  look: Look;
  link?: { href: string; label: string };
};

interface InvoiceEventsProps {
  invoice: Invoice;
  localeContext: LocaleContext;
  invoiceHref: (id: string) => string;
  paymentHref: (id: string) => string;
}

const dots: Record<Look, string> = {
  to_come: "before:border-2 before:border-note-text before:bg-surface",
  money: "before:bg-good-text",
  message: "before:bg-ink-3",
  issued: "before:bg-ink",
};

/** What happened to the document and what comes, newest first. */
export function InvoiceEvents(props: InvoiceEventsProps) {
  const { localeContext } = props;
  return (
    <ol className="flex flex-col">
      {eventsOf(props).map(({ key, at, when, label, note, look, link }) => (
        <li
          key={key}
          className={`relative border-line border-l pb-4 pl-4 before:absolute before:top-1.5 before:-left-[4.5px] before:size-2 before:rounded-full last:border-transparent last:pb-0 ${dots[look]}`}
        >
          <b className="block font-medium text-ink">{label}</b>
          <span className="block text-12 text-ink-3">
            {at ? (
              <time dateTime={at} title={formatExact(at, localeContext)}>
                {formatDateTime(at, localeContext)}
              </time>
            ) : (
              when
            )}
            {link ? (
              <>
                {" · "}
                <TextLink href={link.href}>{link.label}</TextLink>
              </>
            ) : null}
          </span>
          {note ? <span className="block text-ink-2">{note}</span> : null}
        </li>
      ))}
    </ol>
  );
}

function eventsOf({ invoice, localeContext, invoiceHref, paymentHref }: InvoiceEventsProps): Event[] {
  const { created_at, finalized_at, voided_at, void_reason, settlements, currency, kind, number } = invoice;
  const { open_minor, due_on, status } = invoice;
  const money = (minor: number) => formatMoney(Math.abs(minor), currency, localeContext.locale);
  const events: Event[] = finalized_at
    ? [
        {
          ...{ key: "issued", at: finalized_at, look: "issued" },
          label: `${kind === "invoice" ? "Issued" : "Credited"} as ${number}`,
        },
      ]
    : [{ key: "draft", at: created_at, label: "Draft written", look: "issued" }];
  for (const one of settlements) {
    const { id, kind: how, payment_id, credit_note, reason } = one;
    const link = payment_id
      ? { href: paymentHref(payment_id), label: "receipt" }
      : credit_note
        ? { href: invoiceHref(credit_note.id), label: credit_note.number }
        : undefined;
    events.push({
      ...{ key: id, at: one.created_at, label: `${money(one.amount_minor)}: ${settlementWords(one)}`, note: reason },
      ...{ look: how === "payment" || how === "credit" ? "money" : "message", ...(link && { link }) },
    });
  }
  if (voided_at) events.push({ key: "void", at: voided_at, label: "Voided", note: void_reason, look: "message" });
  if (open_minor > 0 && due_on && (status === "open" || status === "part_paid"))
    events.push({
      ...{ key: "due", at: null, when: formatDay(due_on, localeContext), look: "to_come" },
      label: `${money(open_minor)} is due`,
    });
  return events.toReversed();
}
