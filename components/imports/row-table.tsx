import { Link } from "@/components/ui/controls/link";
import { Badge } from "@/components/ui/data/badge";
import { DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatDay, type LocaleContext } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { listImportRows } from "@/lib/contracts/imports/import-rows";
import type { ImportField } from "@/lib/values/import-fields";
import { formatMoney } from "@/lib/values/money";
import { asSentence } from "@/lib/values/sentence";
import { rowStatusLabels } from "./import-labels";
import type { ImportJob } from "./job";

type Row = Output<typeof listImportRows>["data"][number];

interface RowTableProps {
  job: ImportJob;
  rows: readonly Row[];
  localeContext: LocaleContext;
  memberHref: (id: string) => string;
}

export function RowTable({ job, rows, localeContext, memberHref }: RowTableProps) {
  const currency = job.summary?.currency;
  const price = ({ forecast }: Row) =>
    forecast?.plan_name && currency ? formatMoney(forecast.price_minor, currency, localeContext.locale) : "—";
  const nextBill = ({ forecast }: Row) =>
    forecast?.next_bill_on ? formatDay(forecast.next_bill_on, localeContext) : "—";
  return (
    <DataTable
      label="Rows"
      edge
      rows={rows}
      rowKey={({ row_number }) => String(row_number)}
      columns={[
        {
          key: "number",
          header: "Row",
          align: "end",
          className: "w-16 text-ink-3",
          cell: ({ row_number }) => row_number,
        },
        {
          key: "name",
          header: "Name",
          cell: (row) =>
            row.member_id ? (
              <Link href={memberHref(row.member_id)} className="ui-table-link">
                {nameOf(row, job)}
              </Link>
            ) : (
              <span className="font-medium text-ink">{nameOf(row, job)}</span>
            ),
        },
        { key: "plan", header: "Plan", cell: (row) => row.forecast?.plan_name ?? (rawOf(row, job, "plan") || "—") },
        { key: "price", header: "Price", align: "end", cell: price },
        { key: "next", header: "Next bill", cell: nextBill },
        { key: "status", header: "Status", cell: ({ status }) => <RowBadge status={status} /> },
        {
          key: "problems",
          header: "Problems",
          wrap: true,
          className: "w-2/5 min-w-[16rem] py-2",
          cell: ({ problems }) => <Problems problems={problems} />,
        },
      ]}
      phone={(row) => (
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <div className="flex items-center gap-3">
            <PhoneRow
              title={nameOf(row, job)}
              {...(row.member_id ? { href: memberHref(row.member_id) } : {})}
              subtitle={`Row ${row.row_number} · ${row.forecast?.plan_name ?? (rawOf(row, job, "plan") || "no plan")}`}
              status={<RowBadge status={row.status} />}
              fact={row.forecast?.plan_name ? price(row) : undefined}
            />
          </div>
          <Problems problems={row.problems} />
        </div>
      )}
    />
  );
}

const rawOf = ({ raw }: Row, { mapping }: ImportJob, field: ImportField): string => {
  const position = Object.keys(mapping).find((key) => mapping[key] === field);
  return position === undefined ? "" : (raw[Number(position)] ?? "").trim();
};

/** A rejected row has no parsed name, so the name comes from its cells. */
function nameOf(row: Row, job: ImportJob): string {
  if (row.forecast) return row.forecast.name;
  const parts = (["first_name", "last_name", "full_name"] as const).map((field) => rawOf(row, job, field));
  return parts.filter(Boolean).join(" ") || rawOf(row, job, "email") || row.raw.find((cell) => cell.trim()) || "—";
}

function RowBadge({ status }: Pick<Row, "status">) {
  const { word, tone } = rowStatusLabels[status];
  return <Badge tone={tone}>{word}</Badge>;
}

function Problems({ problems }: Pick<Row, "problems">) {
  if (problems.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 max-md:text-12">
      {problems.map(({ field, code, message, severity }) => (
        <li key={`${field}-${code}`} className={severity === "error" ? "text-bad-text" : "text-ink-3"}>
          {asSentence(message)}
        </li>
      ))}
    </ul>
  );
}
