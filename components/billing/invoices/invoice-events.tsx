import { chargeEvents } from "@/components/gateways/charges/charge-events";
import type { Charge } from "@/components/gateways/charges/charges-table";
import { TimeLine, type TimeLineEvent } from "@/components/ui/data/time-line";
import { formatDay, type LocaleContext } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";
import type { Invoice } from "./invoice";
import { settlementWords } from "./settlement-words";

interface InvoiceEventsProps {
  invoice: Invoice;
  /** The attempts to collect it through a gateway. */
  charges: readonly Charge[];
  localeContext: LocaleContext;
  invoiceHref: (id: string) => string;
  paymentHref: (id: string) => string;
}

/** What happened to the document and what comes, newest first. */
export function InvoiceEvents(props: InvoiceEventsProps) {
  return <TimeLine events={eventsOf(props)} localeContext={props.localeContext} />;
}

function eventsOf({ invoice, charges, localeContext, invoiceHref, paymentHref }: InvoiceEventsProps): TimeLineEvent[] {
  const { created_at, finalized_at, voided_at, void_reason, settlements, currency, kind, number } = invoice;
  const { open_minor, due_on, status } = invoice;
  const money = (minor: number) => formatMoney(Math.abs(minor), currency, localeContext.locale);
  const events: TimeLineEvent[] = finalized_at
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
  // What a charge collected is a settlement already.
  events.push(
    ...chargeEvents(
      charges.filter(({ status: one }) => one !== "succeeded"),
      localeContext,
    ),
  );
  if (voided_at) events.push({ key: "void", at: voided_at, label: "Voided", note: void_reason, look: "message" });
  if (open_minor > 0 && due_on && (status === "open" || status === "part_paid"))
    events.push({
      ...{ key: "due", at: null, when: formatDay(due_on, localeContext), look: "to_come" },
      label: `${money(open_minor)} is due`,
    });
  return events.toReversed().sort((one, other) => timeOf(other) - timeOf(one));
}

/** What is still to come is newest. */
const timeOf = ({ at }: TimeLineEvent): number => (at === null ? Number.MAX_SAFE_INTEGER : Date.parse(at));
