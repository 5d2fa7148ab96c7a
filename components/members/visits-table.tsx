import { Badge } from "@/components/ui/data/badge";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { formatDay, formatWallTime, type LocaleContext } from "@/lib/client/format";
import type { CheckInMethod } from "@/lib/values/statuses";
import type { Visit } from "./member";
import { stayText } from "./visits-section";

const methods: Record<CheckInMethod, string> = {
  qr: "Phone pass",
  card: "Card",
  code: "Member code",
  manual: "Manual",
};

interface VisitsTableProps {
  visits: readonly Visit[];
  localeContext: LocaleContext;
  /** Short texts of the entry reasons. */
  reasonWords: Record<string, string>;
}

export function VisitsTable({ visits, localeContext, reasonWords }: VisitsTableProps) {
  const columns: Column<Visit>[] = [
    {
      key: "day",
      header: "Date",
      cell: ({ visit_on }) => <span className="text-ink">{formatDay(visit_on, localeContext)}</span>,
    },
    { key: "time", header: "Time", cell: ({ check_in_time }) => formatWallTime(check_in_time, localeContext.locale) },
    { key: "stay", header: "Duration", cell: (visit) => (visit.outcome === "denied" ? "—" : stayText(visit)) },
    { key: "place", header: "Location", cell: ({ location_name }) => location_name },
    { key: "how", header: "Method", cell: ({ method }) => methods[method] },
    { key: "plan", header: "Plan", cell: ({ plan_name }) => plan_name ?? "—" },
    { key: "note", header: "Note", cell: (visit) => <Note visit={visit} reasonWords={reasonWords} /> },
  ];
  return <DataTable label="Visits" density="dense" edge columns={columns} rows={visits} rowKey={({ id }) => id} />;
}

function Note({ visit, reasonWords }: Pick<VisitsTableProps, "reasonWords"> & { visit: Visit }) {
  const { outcome, denied_reason, overridden_reason, undone_at, undo_reason, staff_reason } = visit;
  if (outcome === "denied") return <Badge tone="bad">{denied_reason ? reasonWords[denied_reason] : "Denied"}</Badge>;
  if (undone_at) return <Badge tone="mute">Undone{undo_reason ? `: ${undo_reason}` : ""}</Badge>;
  if (overridden_reason) {
    return (
      <Badge tone="warn">
        Override: {reasonWords[overridden_reason]}
        {staff_reason ? ` (${staff_reason})` : ""}
      </Badge>
    );
  }
  return staff_reason ? <span className="text-ink-3">{staff_reason}</span> : null;
}
