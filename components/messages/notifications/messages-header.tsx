import { Plus } from "lucide-react";
import { ButtonLink } from "@/components/ui/controls/button";
import { TabLinks } from "@/components/ui/controls/tab-links";
import { PageHeader } from "@/components/ui/data/page-header";

interface MessagesHeaderProps {
  base: string;
  current: "log" | "bulk";
  canSendBulk: boolean;
}

export function MessagesHeader({ base, current, canSendBulk }: MessagesHeaderProps) {
  const addresses = { log: base, bulk: `${base}/bulk` };
  return (
    <>
      <PageHeader
        title="Messages"
        actions={
          canSendBulk ? (
            <ButtonLink href={`${base}/bulk/new`} variant="primary" icon={<Plus aria-hidden="true" />}>
              New bulk message
            </ButtonLink>
          ) : null
        }
      />
      <TabLinks
        label="Messages"
        className="px-gutter"
        current={addresses[current]}
        items={[
          { label: "Log", href: addresses.log },
          { label: "Bulk messages", href: addresses.bulk },
        ]}
      />
    </>
  );
}
