import { TabLinks } from "@/components/ui/controls/tab-links";
import type { InvoiceStatus } from "@/lib/values/billing";
import { statusWords } from "./invoice-status";
import type { InvoiceQuery } from "./query";

const tabs: readonly InvoiceStatus[] = ["draft", "open", "part_paid", "overdue", "paid", "void"];

export function StatusTabs({ query, address }: { query: InvoiceQuery; address: (change: InvoiceQuery) => string }) {
  const [only, ...more] = query.status ?? [];
  return (
    <TabLinks
      label="Status"
      className="px-gutter"
      current={address({ status: only && more.length === 0 ? [only] : undefined })}
      items={[
        { label: "All", href: address({ status: undefined }) },
        ...tabs.map((status) => ({ label: statusWords[status], href: address({ status: [status] }) })),
      ]}
    />
  );
}
