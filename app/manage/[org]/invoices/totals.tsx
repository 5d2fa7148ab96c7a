import { cache } from "react";
import { pageCaller } from "@/app/page-caller";
import { TotalsList, TotalsRows } from "@/components/billing/invoices/totals";
import { getInvoiceTotals } from "@/lib/domain/billing/invoices";

type Props = { organization: string; filters: string; as: "rows" | "list"; selectable: boolean };

/** Read once for the table and for the list of phones. The filters are text, so that the cache compares them by value. */
const totalsOf = cache(async (org: string, filters: string) =>
  getInvoiceTotals(await pageCaller(org), JSON.parse(filters) as Parameters<typeof getInvoiceTotals>[1]),
);

export async function Totals({ organization, filters, as, selectable }: Props) {
  const caller = await pageCaller(organization);
  const totals = await totalsOf(organization, filters);
  const { locale } = caller.organization ?? { locale: "en" };
  return as === "rows" ? (
    <TotalsRows totals={totals} locale={locale} selectable={selectable} />
  ) : (
    <TotalsList totals={totals} locale={locale} />
  );
}
