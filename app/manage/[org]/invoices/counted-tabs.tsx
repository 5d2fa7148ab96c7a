import { notFound } from "next/navigation";
import { pageCaller } from "@/app/page-caller";
import { type InvoiceQuery, invoicesHref, toInvoiceFilters } from "@/components/billing/invoices/query";
import { StatusTabs } from "@/components/billing/invoices/status-tabs";
import { getInvoiceCounts } from "@/lib/domain/billing/invoices";

interface CountedTabsProps {
  organization: string;
  query: InvoiceQuery;
  base: string;
}

/** The tabs with the number of documents in each. The page does not wait for the counts. */
export async function CountedTabs({ organization, query, base }: CountedTabsProps) {
  const caller = await pageCaller(organization);
  if (!caller.organization) notFound();
  const { status: _, ...filters } = toInvoiceFilters(query);
  const { counts } = await getInvoiceCounts(caller, filters);
  const address = (change: InvoiceQuery) => invoicesHref(base, { ...query, cursor: undefined, ...change });
  return <StatusTabs query={query} address={address} counts={counts} locale={caller.organization.locale} />;
}
