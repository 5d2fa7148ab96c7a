import { TextLink } from "@/components/ui/controls/text-link";
import { Section } from "@/components/ui/data/section";
import type { LocaleContext } from "@/lib/client/format";
import type { InvoiceRow } from "./invoice";
import { InvoicesTable } from "./invoices-table";

interface MemberInvoicesProps {
  name: string;
  invoices: readonly InvoiceRow[];
  localeContext: LocaleContext;
  /** The list of all invoices. */
  base: string;
  /** The same list with this payer only; null where all are shown. */
  allHref: string | null;
}

/** The latest invoices of one member, for the member's page. */
export function MemberInvoices({ name, invoices, localeContext, base, allHref }: MemberInvoicesProps) {
  return (
    <>
      <Section title="Invoices" action={allHref ? <TextLink href={allHref}>View all</TextLink> : null}>
        {invoices.length === 0 ? <p className="py-2 text-ink-3">No invoices to {name} yet.</p> : null}
      </Section>
      {invoices.length > 0 ? (
        <InvoicesTable
          invoices={invoices}
          localeContextOf={() => localeContext}
          invoiceHref={(id) => `${base}/${id}`}
        />
      ) : null}
    </>
  );
}
