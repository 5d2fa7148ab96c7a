import { TabLinks } from "@/components/ui/controls/tab-links";
import { formatCount } from "@/lib/client/format";
import type { getInvoiceCounts } from "@/lib/contracts/billing/invoices";
import type { Output } from "@/lib/contracts/contract";
import type { InvoiceStatus } from "@/lib/values/billing";
import { statusWords } from "./invoice-status";
import type { InvoiceQuery } from "./query";

const tabs: readonly InvoiceStatus[] = ["draft", "open", "part_paid", "overdue", "paid", "void"];

interface StatusTabsProps {
  query: InvoiceQuery;
  address: (change: InvoiceQuery) => string;
  counts: Output<typeof getInvoiceCounts>["counts"];
  locale: string;
}

export function StatusTabs({ query, address, counts, locale }: StatusTabsProps) {
  const countOf = (status: InvoiceStatus) => {
    const found = counts.find((one) => one.status === status);
    return found && `${formatCount(found.count, locale)}${found.has_more ? "+" : ""}`;
  };
  const [only, ...more] = query.status ?? [];
  return (
    <TabLinks
      label="Status"
      className="px-gutter"
      current={address({ status: only && more.length === 0 ? [only] : undefined })}
      items={[
        { label: "All", href: address({ status: undefined }) },
        ...tabs.map((status) => ({
          ...{ label: statusWords[status], href: address({ status: [status] }), count: countOf(status) },
        })),
      ]}
    />
  );
}
