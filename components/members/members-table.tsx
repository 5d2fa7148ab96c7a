import { PersonCell } from "@/components/gym/person-cell";
import { StatusBadge } from "@/components/gym/status-badge";
import { WeekBars } from "@/components/gym/week-bars";
import { Avatar } from "@/components/ui/data/avatar";
import { Badge } from "@/components/ui/data/badge";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatDateTime, formatDay, formatExact, type LocaleContext } from "@/lib/client/format";
import { phoneText } from "@/lib/client/phone-text";
import type { MemberColumn } from "@/lib/values/member-columns";
import { fullName } from "@/lib/values/person-name";
import { nextEventOf, toneClass } from "./next-event";
import type { MemberQuery, MemberRow } from "./query";

interface MembersTableProps {
  members: readonly MemberRow[];
  /** Dates of a row are shown in the time zone of its home location. */
  localeContextOf: (location_id: string) => LocaleContext;
  memberHref: (id: string) => string;
  sort: NonNullable<MemberQuery["sort"]>;
  sortHref: (sort: NonNullable<MemberQuery["sort"]>) => string;
  selectable: boolean;
  shown: readonly MemberColumn[];
  locationName: (id: string) => string;
}

export function MembersTable(props: MembersTableProps) {
  const { members, localeContextOf, memberHref, sort, sortHref, selectable, shown, locationName } = props;
  const sorted = (name: "name" | "joined" | "last_visit", first: "" | "-" = "") => {
    const direction: "ascending" | "descending" | undefined =
      sort === name ? "ascending" : sort === `-${name}` ? "descending" : undefined;
    const now = direction === "ascending" ? "-" : direction === "descending" ? "" : first;
    return { href: sortHref(`${now}${name}`), ...(direction && { direction }) };
  };
  const nameOf = (row: MemberRow) => fullName(row.first_name, row.last_name);
  const columns: Column<MemberRow>[] = [
    {
      key: "name",
      header: "Name",
      sort: sorted("name"),
      className: "max-w-72",
      cell: (row) => (
        <span className="flex items-center gap-2">
          <PersonCell name={nameOf(row)} href={memberHref(row.id)} photo={row.photo_url} detail={row.member_code} />
          {row.banned_at ? <Badge tone="bad">Banned</Badge> : null}
          {row.archived_at ? <Badge tone="mute">Archived</Badge> : null}
        </span>
      ),
    },
    {
      key: "plan",
      header: "Plan",
      className: "max-w-48 truncate",
      cell: (row) => row.plan_names.join(" + ") || <EmptyCell />,
    },
    {
      key: "status",
      header: "Status",
      cell: (row) => (row.status === "none" ? <EmptyCell /> : <StatusBadge status={row.status} />),
    },
    {
      key: "weeks",
      header: "Last 8 weeks",
      className: "max-lg:hidden",
      cell: (row) => <WeekBars values={row.weekly_visits} />,
    },
    {
      key: "visit",
      header: "Last visit",
      sort: sorted("last_visit", "-"),
      cell: (row) => <LastVisit row={row} localeContext={localeContextOf(row.home_location_id)} />,
    },
    {
      key: "joined",
      header: "Joined",
      sort: sorted("joined", "-"),
      className: "max-xl:hidden",
      cell: (row) => formatDay(row.joined_on, localeContextOf(row.home_location_id)),
    },
    {
      key: "next",
      header: "Next event",
      cell: (row) => {
        const next = nextEventOf(row, localeContextOf(row.home_location_id));
        return next ? <span className={toneClass(next.tone)}>{next.text}</span> : <EmptyCell />;
      },
    },
    { key: "location", header: "Home location", cell: (row) => locationName(row.home_location_id) },
    { key: "phone", header: "Phone", cell: ({ phone }) => (phone ? phoneText(phone) : <EmptyCell />) },
    {
      key: "email",
      header: "E-mail",
      className: "max-w-56 truncate",
      cell: ({ email }) => email ?? <EmptyCell />,
    },
    {
      key: "tags",
      header: "Tags",
      className: "max-w-48 truncate",
      cell: ({ tags }) => tags.join(", ") || <EmptyCell />,
    },
  ];
  const isShown = ({ key }: Column<MemberRow>) => key === "name" || shown.some((name) => name === key);
  return (
    <DataTable
      label="Members"
      density="member"
      edge
      columns={columns.filter(isShown)}
      rows={members}
      rowKey={(row) => row.id}
      {...(selectable && { selectLabel: (row: MemberRow) => `Select ${nameOf(row)}` })}
      phone={(row) => {
        const localeContext = localeContextOf(row.home_location_id);
        const next = nextEventOf(row, localeContext);
        return (
          <PhoneRow
            lead={<Avatar name={nameOf(row)} src={row.photo_url} size="lg" />}
            title={nameOf(row)}
            href={memberHref(row.id)}
            subtitle={
              <>
                {row.plan_names.join(" + ") || row.member_code}
                {next ? <span className={toneClass(next.tone)}> · {next.text}</span> : null}
              </>
            }
            status={row.status === "none" ? null : <StatusBadge status={row.status} />}
            fact={row.last_visit_at ? formatDateTime(row.last_visit_at, localeContext).split(",")[0] : null}
          />
        );
      }}
    />
  );
}

function LastVisit({ row, localeContext }: { row: MemberRow; localeContext: LocaleContext }) {
  if (!row.last_visit_at) return <EmptyCell />;
  return (
    <time dateTime={row.last_visit_at} title={formatExact(row.last_visit_at, localeContext)}>
      {formatDateTime(row.last_visit_at, localeContext)}
    </time>
  );
}

const EmptyCell = () => <span className="text-ink-3">—</span>;
