import { Badge } from "@/components/ui/data/badge";
import { DataTable } from "@/components/ui/data/data-table";
import { formatTime, type LocaleContext } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { listOrganizations } from "@/lib/contracts/organization/organizations";
import type { listSupportGrants } from "@/lib/contracts/platform/support-grants";
import { SupportActions } from "./support-actions";

type Gym = Output<typeof listOrganizations>["data"][number];
export type Grant = Output<typeof listSupportGrants>["data"][number];

interface GymTableProps {
  gyms: readonly Gym[];
  running: ReadonlyMap<string, Grant>;
  support_name: string;
  localeContext: LocaleContext;
}

export function GymTable({ gyms, running, support_name, localeContext }: GymTableProps) {
  const actions = ({ id, slug, name }: Gym) => (
    <SupportActions slug={slug} name={name} support_name={support_name} grant_id={running.get(id)?.id ?? null} />
  );
  const state = ({ id, suspended_at }: Gym) => {
    const grant = running.get(id);
    if (grant) return <Badge tone="note">Active until {formatTime(grant.expires_at, localeContext)} UTC</Badge>;
    return suspended_at ? <Badge tone="warn">Suspended</Badge> : <span className="text-ink-3">None</span>;
  };
  return (
    <DataTable
      label="Gyms"
      edge
      rows={gyms}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", header: "Gym", cell: ({ name }) => <b className="font-medium text-ink">{name}</b> },
        { key: "slug", header: "URL name", cell: ({ slug }) => slug },
        { key: "currency", header: "Currency", cell: ({ currency }) => currency, className: "max-lg:hidden" },
        { key: "state", header: "Support access", cell: state },
        { key: "actions", header: <span className="sr-only">Actions</span>, align: "end", cell: actions },
      ]}
      phone={(gym) => (
        <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-2 py-1">
          <div className="ui-two-lines">
            <b>{gym.name}</b>
            <p>{gym.slug}</p>
          </div>
          {state(gym)}
          <span className="flex w-full justify-end">{actions(gym)}</span>
        </div>
      )}
    />
  );
}
