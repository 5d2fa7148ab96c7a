import type { ReactNode } from "react";
import type { Charge } from "@/components/gateways/charges/charges-table";
import { RailSection } from "@/components/members/contact-rail";
import { TextLink } from "@/components/ui/controls/text-link";
import { DescriptionList } from "@/components/ui/data/description-list";
import { formatDay, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";
import type { Invoice } from "./invoice";
import { InvoiceEvents } from "./invoice-events";
import { InvoiceStatusBadge } from "./invoice-status";

interface InvoiceRailProps {
  invoice: Invoice;
  localeContext: LocaleContext;
  /** Null for a company. */
  payerHref: string | null;
  invoicesOfPayerHref: string;
  invoiceHref: (id: string) => string;
  /** The recipients of its mails. Null for a draft. */
  mails: ReactNode;
  paymentHref: (id: string) => string;
  charges: readonly Charge[];
  /** What actions that are greyed wait for. */
  blockers: readonly { id: string; action: string; text: string }[];
}

/** What is known about the document: its balance, what happens next, who pays, and what happened. */
export function InvoiceRail(props: InvoiceRailProps) {
  const { invoice, localeContext, payerHref, invoicesOfPayerHref, invoiceHref, paymentHref, blockers, mails, charges } =
    props;
  const { payer, corrects, corrected_by } = invoice;
  const corrections = corrects ? [corrects] : corrected_by;
  return (
    <>
      <div className="max-lg:hidden">
        <InvoiceBalance invoice={invoice} localeContext={localeContext} />
        <RailSection title="What happens next">
          <p className="text-pretty text-ink">{invoice.next_step}</p>
        </RailSection>
      </div>
      <RailSection title="Payer">
        <DescriptionList
          items={[
            { term: "Name", detail: payerHref ? <TextLink href={payerHref}>{payer.name}</TextLink> : payer.name },
            { term: "Location", detail: invoice.location_name },
          ]}
        />
        <p className="mt-2">
          <TextLink href={invoicesOfPayerHref}>All invoices of this payer</TextLink>
        </p>
      </RailSection>
      {corrections.length > 0 ? (
        <RailSection title={corrects ? "Corrects" : "Corrected by"}>
          {corrections.map(({ id, number }) => (
            <TextLink key={id} href={invoiceHref(id)} className="mr-3">
              {number}
            </TextLink>
          ))}
        </RailSection>
      ) : null}
      {mails ? <RailSection title="Sent to">{mails}</RailSection> : null}
      <RailSection title="Events, newest first">
        <InvoiceEvents
          invoice={invoice}
          charges={charges}
          localeContext={localeContext}
          invoiceHref={invoiceHref}
          paymentHref={paymentHref}
        />
      </RailSection>
      {blockers.length > 0 ? (
        <section className="flex flex-col gap-2 px-gutter py-4" aria-label="Why some actions are grey">
          {blockers.map(({ id, action, text }) => (
            <p key={id} id={id} className="text-pretty text-12 text-ink-3">
              <span className="sr-only">{action}: </span>
              {text}
            </p>
          ))}
        </section>
      ) : null}
    </>
  );
}

/** What is still to pay, in the rail, and on narrow windows at the top of the page. */
export function InvoiceBalance({ invoice, localeContext }: { invoice: Invoice; localeContext: LocaleContext }) {
  const { kind, status, open_minor, total_minor, credited_minor, currency, due_on } = invoice;
  const { locale } = localeContext;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const isOwed = kind === "invoice" && status !== "draft" && status !== "void";
  return (
    <section className="border-line border-b px-gutter py-4" aria-label="Balance">
      <p className="flex items-center justify-between gap-2 text-ink-3">
        <InvoiceStatusBadge status={status} size="lg" credited={{ minor: credited_minor, currency, locale }} />
        {open_minor > 0 && due_on ? <span>due {lowercaseRelativeDay(formatDay(due_on, localeContext))}</span> : null}
      </p>
      <p className="mt-2 font-medium text-36 text-ink">{money(isOwed ? open_minor : total_minor)}</p>
      {isOwed ? <p className="text-ink-3">to pay, of {money(total_minor)}</p> : null}
    </section>
  );
}
