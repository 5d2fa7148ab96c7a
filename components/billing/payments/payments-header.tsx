import { TabLinks } from "@/components/ui/controls/tab-links";
import { PageHeader } from "@/components/ui/data/page-header";

interface PaymentsHeaderProps {
  base: string;
  current: "" | "/charges" | "/refunds" | "/subscriptions";
}

const tabs = [
  { label: "Payments", path: "" },
  { label: "Charges", path: "/charges" },
  { label: "Refunds", path: "/refunds" },
  { label: "Subscriptions", path: "/subscriptions" },
] as const;

/** Money that came, what was asked for through a gateway, and what went back. */
export function PaymentsHeader({ base, current }: PaymentsHeaderProps) {
  return (
    <>
      <PageHeader title="Payments" />
      <TabLinks
        label="Payments"
        className="px-gutter"
        current={`${base}${current}`}
        items={tabs.map(({ label, path }) => ({ label, href: `${base}${path}` }))}
      />
    </>
  );
}
