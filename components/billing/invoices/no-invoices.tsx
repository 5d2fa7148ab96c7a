import { ButtonLink } from "@/components/ui/controls/button";
import { EmptyState } from "@/components/ui/data/empty-state";
import type { InvoiceQuery } from "./query";

interface NoInvoicesProps {
  query: InvoiceQuery;
  allHref: string;
  /** The same search without the other filters. */
  searchHref: string;
}

export function NoInvoices({ query, allHref, searchHref }: NoInvoicesProps) {
  const { q, cursor: _, sort: __, ...filters } = query;
  const isNarrowed = Object.keys(filters).length > 0;
  if (q) {
    return (
      <EmptyState
        title={`No invoice matches “${q}”`}
        actions={
          <>
            {isNarrowed ? <ButtonLink href={searchHref}>Search in all invoices</ButtonLink> : null}
            <ButtonLink href={allHref}>Show all invoices</ButtonLink>
          </>
        }
      >
        A search finds the beginning of a number, the running number, and the payer’s name.
      </EmptyState>
    );
  }
  if (isNarrowed) {
    return (
      <EmptyState
        title="No invoices match these filters"
        actions={<ButtonLink href={allHref}>Show all invoices</ButtonLink>}
      >
        Remove a filter or choose a longer date range.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No invoices yet">
      Each sale and each renewal makes an invoice. They appear here with what is still to be paid.
    </EmptyState>
  );
}
