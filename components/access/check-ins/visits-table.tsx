import { reasonLabels } from "@/components/access/desk/reason-labels";
import { PersonCell } from "@/components/gym/person-cell";
import { Avatar } from "@/components/ui/data/avatar";
import { Badge } from "@/components/ui/data/badge";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatDay, formatDuration, type LocaleContext } from "@/lib/client/format";
import { visitTime } from "@/lib/client/visit-time";
import { methodLabels } from "./method-labels";
import { type Visit, visitorName } from "./visit";
import { VisitActions } from "./visit-actions";

interface VisitsTableProps {
  organization: string;
  visits: readonly Visit[];
  /** Each visit is shown in the time zone of its location. */
  localeContextOf: (location_id: string) => LocaleContext;
  mayCheckOut: boolean;
  mayUndo: boolean;
}

export function VisitsTable({ organization, visits, localeContextOf, mayCheckOut, mayUndo }: VisitsTableProps) {
  const href = ({ member }: Visit) => (member ? `/manage/${organization}/members/${member.id}` : undefined);
  const now = localeContextOf("").now;
  const when = ({ visit_on, check_in_time, location_id }: Visit) => {
    const localeContext = localeContextOf(location_id);
    return `${formatDay(visit_on, localeContext)}, ${visitTime(check_in_time, localeContext)}`;
  };
  const actions = (visit: Visit) =>
    visit.outcome === "denied" || visit.undone_at ? null : (
      <VisitActions
        organization={organization}
        id={visit.id}
        name={visitorName(visit)}
        isInside={mayCheckOut && isInside(visit, now)}
        endedFreeze={visit.ended_freeze !== null}
        mayUndo={mayUndo}
      />
    );
  const columns: Column<Visit>[] = [
    {
      key: "name",
      header: "Member",
      cell: (visit) => (
        <PersonCell
          name={visitorName(visit)}
          {...(href(visit) ? { href: href(visit) as string } : {})}
          photo={visit.member?.photo_url ?? null}
          detail={visit.member?.member_code}
        />
      ),
    },
    { key: "when", header: "Time", cell: when },
    { key: "location", header: "Location", cell: (visit) => visit.location_name },
    { key: "plan", header: "Plan", cell: (visit) => visit.plan_name ?? "—", className: "max-lg:hidden" },
    { key: "method", header: "Method", cell: (visit) => methodLabels[visit.method], className: "max-lg:hidden" },
    { key: "outcome", header: "Status", cell: (visit) => <Outcome visit={visit} now={now} /> },
    { key: "actions", header: <span className="sr-only">Actions</span>, align: "end", cell: actions },
  ];
  return (
    <DataTable
      label="Check-ins"
      columns={columns}
      rows={visits}
      rowKey={(visit) => visit.id}
      edge
      phone={(visit) => (
        <PhoneRow
          lead={<Avatar name={visitorName(visit)} src={visit.member?.photo_url ?? null} size="lg" />}
          title={visitorName(visit)}
          {...(href(visit) ? { href: href(visit) as string } : {})}
          subtitle={`${when(visit)}, ${visit.location_name}`}
          status={<Outcome visit={visit} now={now} />}
          fact={actions(visit)}
        />
      )}
    />
  );
}

const isInside = ({ check_out_at, undone_at, outcome }: Visit, now: string): boolean =>
  outcome === "admitted" && undone_at === null && (check_out_at === null || check_out_at > now);

function Outcome({ visit, now }: { visit: Visit; now: string }) {
  if (visit.outcome === "denied") {
    return <Badge tone="bad">{visit.denied_reason ? reasonLabels[visit.denied_reason] : "Denied"}</Badge>;
  }
  if (visit.undone_at) return <Badge tone="outline">Undone: {visit.undo_reason}</Badge>;
  if (isInside(visit, now))
    return (
      <>
        <Badge tone="good">Inside</Badge>
        {visit.ended_freeze ? <span className="text-ink-3"> Freeze ended</span> : null}
      </>
    );
  const minutes = (Date.parse(visit.check_out_at ?? visit.check_in_at) - Date.parse(visit.check_in_at)) / 60_000;
  return (
    <span>
      {formatDuration(Math.round(minutes))}
      {visit.check_out_kind === "automatic" ? <span className="text-ink-3">, automatic check-out</span> : null}
      {visit.ended_freeze ? <span className="text-ink-3">, ended a freeze</span> : null}
    </span>
  );
}
