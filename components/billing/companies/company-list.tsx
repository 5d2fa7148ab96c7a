import { Badge } from "@/components/ui/data/badge";
import { Row, RowList } from "@/components/ui/data/row-list";
import type { Company } from "./company-sheet";

interface CompanyListProps {
  companies: readonly Company[];
  companyHref: (id: string) => string;
}

export function CompanyList({ companies, companyHref }: CompanyListProps) {
  return (
    <RowList label="Companies" className="px-gutter">
      {companies.map(({ id, name, address, tax_id, email, archived_at }) => (
        <Row
          key={id}
          title={name}
          href={companyHref(id)}
          subtitle={[address, email].filter(Boolean).join(" · ")}
          end={
            <span className="ml-auto flex items-center gap-3 text-ink-3">
              {archived_at ? <Badge tone="mute">Archived</Badge> : null}
              <span className="max-md:hidden">{tax_id}</span>
            </span>
          }
        />
      ))}
    </RowList>
  );
}
