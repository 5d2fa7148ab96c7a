import { TextLink } from "@/components/ui/controls/text-link";
import { Badge } from "@/components/ui/data/badge";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatCount } from "@/lib/client/format";
import { formatShortDate } from "@/lib/client/format-short-date";
import type { Output } from "@/lib/contracts/contract";
import type { listClosures } from "@/lib/contracts/memberships/closures";
import { ClosureActions } from "./closure-actions";
import { stateWords } from "./closure-words";

export type Closure = Output<typeof listClosures>["data"][number];

interface ClosuresTableProps {
  organization: string;
  closures: readonly Closure[];
  today: string;
  locale: string;
}

export function ClosuresTable({ organization, closures, today, locale }: ClosuresTableProps) {
  const day = (on: string) => formatShortDate(on, today, locale);
  const days = ({ from_on, to_on }: Closure) => (from_on === to_on ? day(from_on) : `${day(from_on)} to ${day(to_on)}`);
  const counts = ({ state, total, frozen, shortened, skipped }: Closure) =>
    state === "freezing"
      ? `${formatCount(frozen + shortened + skipped, locale)} of ${formatCount(total, locale)}`
      : `${formatCount(frozen + shortened, locale)} frozen, ${formatCount(skipped, locale)} not`;
  const status = (closure: Closure) => (
    <Badge tone={closure.state === "failed" ? "bad" : closure.state === "done" ? "good" : "mute"}>
      {stateWords[closure.state]}
    </Badge>
  );
  const actions = (closure: Closure) => <ClosureActions organization={organization} closure={closure} today={today} />;
  const columns: Column<Closure>[] = [
    { key: "days", header: "Days", cell: days },
    { key: "location", header: "Location", cell: ({ location_name }) => location_name },
    { key: "reason", header: "Reason", wrap: true, cell: ({ reason }) => reason },
    { key: "state", header: "State", cell: status },
    {
      key: "counts",
      header: "Memberships",
      align: "end",
      cell: (closure) =>
        closure.skipped + closure.shortened > 0 ? (
          <TextLink href={`/manage/${organization}/closures/${closure.id}`}>{counts(closure)}</TextLink>
        ) : (
          counts(closure)
        ),
    },
    { key: "actions", header: <span className="sr-only">Actions</span>, align: "end", cell: actions },
  ];
  return (
    <DataTable
      edge
      label="Closures"
      columns={columns}
      rows={closures}
      rowKey={({ id }) => id}
      phone={(closure) => (
        <PhoneRow
          href={`/manage/${organization}/closures/${closure.id}`}
          title={`${closure.location_name}, ${days(closure)}`}
          subtitle={`${closure.reason} · ${counts(closure)}`}
          status={status(closure)}
          fact={actions(closure)}
        />
      )}
    />
  );
}
