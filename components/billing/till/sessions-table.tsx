import { TextLink } from "@/components/ui/controls/text-link";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatDateTime } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";

type Session = {
  id: string;
  report_number: number | null;
  closed_at: string | null;
  counted_minor: number | null;
  difference_minor: number | null;
  currency: string;
};

interface SessionsTableProps {
  sessions: readonly Session[];
  locale: string;
  time_zone: string;
  now: string;
  /** The address of the till; a report is below it. */
  base: string;
}

export function SessionsTable({ sessions, base, ...reader }: SessionsTableProps) {
  const money = (minor: number | null, currency: string) => formatMoney(minor ?? 0, currency, reader.locale);
  const columns: Column<Session>[] = [
    {
      key: "report",
      header: "Report",
      cell: ({ id, report_number }) => <TextLink href={`${base}/${id}`}>{`Z ${report_number}`}</TextLink>,
    },
    { key: "closed", header: "Closed", cell: ({ closed_at }) => (closed_at ? formatDateTime(closed_at, reader) : "") },
    {
      key: "counted",
      header: "Counted",
      align: "end",
      cell: ({ counted_minor, currency }) => money(counted_minor, currency),
    },
    {
      key: "difference",
      header: "Difference",
      align: "end",
      cell: ({ difference_minor, currency }) => money(difference_minor, currency),
    },
  ];
  return (
    <DataTable
      label="Reports"
      density="dense"
      columns={columns}
      rows={sessions}
      rowKey={({ id }) => id}
      phone={({ id, report_number, closed_at, counted_minor, difference_minor, currency }) => (
        <PhoneRow
          title={`Z ${report_number}`}
          href={`${base}/${id}`}
          subtitle={closed_at ? formatDateTime(closed_at, reader) : null}
          status={<b>{money(counted_minor, currency)}</b>}
          fact={difference_minor === 0 ? "No difference" : `Difference ${money(difference_minor, currency)}`}
        />
      )}
    />
  );
}
