import { TextLink } from "@/components/ui/controls/text-link";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import type { Output } from "@/lib/contracts/contract";
import type { listClosureExceptions } from "@/lib/contracts/memberships/closures";
import { reasonWords } from "./closure-words";

type Exception = Output<typeof listClosureExceptions>["data"][number];

interface ExceptionsTableProps {
  organization: string;
  exceptions: readonly Exception[];
}

/** E17: what a closure froze on some of its days only, or not at all, and why. */
export function ExceptionsTable({ organization, exceptions }: ExceptionsTableProps) {
  const href = ({ member_id, membership_id }: Exception) =>
    `/manage/${organization}/members/${member_id}?${new URLSearchParams({ tab: "memberships", membership: membership_id })}`;
  const frozen = ({ frozen_days }: Exception) =>
    frozen_days === 0 ? "Not frozen" : frozen_days === 1 ? "1 day" : `${frozen_days} days`;
  const columns: Column<Exception>[] = [
    {
      key: "member",
      header: "Member",
      cell: (one) => <TextLink href={href(one)}>{one.member_name}</TextLink>,
    },
    { key: "plan", header: "Plan", cell: ({ plan_name }) => plan_name },
    { key: "reason", header: "Reason", wrap: true, cell: ({ reason }) => reasonWords[reason] },
    { key: "frozen", header: "Frozen", align: "end", cell: frozen },
  ];
  return (
    <DataTable
      edge
      label="Memberships that are not frozen on all days"
      columns={columns}
      rows={exceptions}
      rowKey={({ membership_id }) => membership_id}
      phone={(one) => (
        <PhoneRow
          href={href(one)}
          title={one.member_name}
          subtitle={`${one.plan_name} · ${reasonWords[one.reason]}`}
          fact={frozen(one)}
        />
      )}
    />
  );
}
