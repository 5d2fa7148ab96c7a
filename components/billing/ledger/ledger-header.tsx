import { Download } from "lucide-react";
import { ButtonLink } from "@/components/ui/controls/button";
import { TabLinks } from "@/components/ui/controls/tab-links";
import { PageHeader } from "@/components/ui/data/page-header";
import { listUrl } from "@/lib/client/list-url";
import type { LedgerQuery } from "./query";

const formats = [
  { format: "csv", label: "CSV" },
  { format: "datev", label: "DATEV" },
  { format: "tally", label: "Tally" },
] as const;

interface LedgerHeaderProps {
  /** The page of the ledger. */
  base: string;
  current: "" | "/entries";
  /** The slug: a download sends no header that names the gym. */
  organization: string;
  /** What is exported. */
  query: Pick<LedgerQuery, "from" | "to" | "location_id" | "legal_entity_id">;
}

export function LedgerHeader({ base, current, organization, query }: LedgerHeaderProps) {
  const { from, to, location_id, legal_entity_id } = query;
  const shown = { from, to, location_id, legal_entity_id };
  return (
    <>
      <PageHeader
        title="Ledger"
        actions={formats.map(({ format, label }) => (
          <ButtonLink
            key={format}
            href={listUrl("/api/v1/ledger/exports", { organization, format, ...shown })}
            download
            prefetch={false}
            icon={<Download aria-hidden="true" />}
          >
            <span className="sr-only">Export as </span>
            {label}
          </ButtonLink>
        ))}
      />
      <TabLinks
        label="Ledger"
        className="px-gutter"
        current={`${base}${current}`}
        items={[
          { label: "Trial balance", href: base },
          { label: "Journal", href: `${base}/entries` },
        ]}
      />
    </>
  );
}
