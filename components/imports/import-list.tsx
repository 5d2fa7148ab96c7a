import { Link } from "@/components/ui/controls/link";
import { Badge } from "@/components/ui/data/badge";
import { DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatCount, formatDateTime, type LocaleContext } from "@/lib/client/format";
import { counted } from "@/lib/values/counted";
import { statusLabels } from "./import-labels";
import type { ImportJob } from "./job";

interface ImportListProps {
  imports: readonly ImportJob[];
  localeContext: LocaleContext;
  hrefOf: (id: string) => string;
}

export function ImportList({ imports, localeContext, hrefOf }: ImportListProps) {
  return (
    <DataTable
      label="Previous imports"
      edge
      rows={imports}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "file",
          header: "File",
          cell: ({ id, file_name }) => (
            <Link href={hrefOf(id)} className="ui-table-link block max-w-[26rem] truncate">
              {file_name}
            </Link>
          ),
        },
        { key: "status", header: "Status", cell: ({ status }) => <JobBadge status={status} /> },
        {
          key: "rows",
          header: "Rows",
          align: "end",
          cell: ({ total_rows }) => formatCount(total_rows, localeContext.locale),
        },
        { key: "result", header: "Result", cell: (job) => resultOf(job, localeContext.locale) },
        { key: "when", header: "Uploaded", cell: ({ created_at }) => formatDateTime(created_at, localeContext) },
      ]}
      phone={(job) => (
        <PhoneRow
          title={job.file_name}
          href={hrefOf(job.id)}
          subtitle={resultOf(job, localeContext.locale)}
          status={<JobBadge status={job.status} />}
          fact={formatDateTime(job.created_at, localeContext)}
        />
      )}
    />
  );
}

function JobBadge({ status }: Pick<ImportJob, "status">) {
  const { word, tone } = statusLabels[status];
  return <Badge tone={tone}>{word}</Badge>;
}

function resultOf({ status, summary, total_rows }: ImportJob, locale: string): string {
  if (!summary || status === "uploaded") return counted(total_rows, "row", "rows", locale);
  const members = counted(summary.members, "member", "members", locale);
  const memberships = counted(summary.memberships, "membership", "memberships", locale);
  if (status === "undone") return `${members} and ${memberships} removed`;
  return status === "done" ? `${members} and ${memberships}` : `${members} and ${memberships} to create`;
}
