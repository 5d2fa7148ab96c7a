import { TextLink } from "@/components/ui/controls/text-link";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatDateTime, formatExact, type LocaleContext } from "@/lib/client/format";
import { durationText } from "./duration-text";
import type { PlatformJobRun } from "./job";
import { JobStateBadge } from "./job-state";

type Run = Omit<PlatformJobRun, "organization_name"> & { organization_name?: string | null };

interface JobsTableProps {
  runs: readonly Run[];
  localeContext: LocaleContext;
  runHref: (id: string) => string;
  /** Set only on the platform page, which shows the jobs of all gyms. */
  gymHref?: (id: string) => string;
}

export function JobsTable({ runs, localeContext, runHref, gymHref }: JobsTableProps) {
  const columns: Column<Run>[] = [
    {
      key: "job",
      header: "Job",
      cell: ({ id, function_name, failure }) => (
        <span className="block py-1">
          <TextLink href={runHref(id)} className="ui-table-link">
            {function_name}
          </TextLink>
          {failure ? (
            <span className="block max-w-[60ch] truncate text-bad-text" title={failure.message}>
              {failure.message}
            </span>
          ) : null}
        </span>
      ),
    },
    ...(gymHref
      ? [
          {
            key: "gym",
            header: "Gym",
            cell: ({ organization_id, organization_name }: Run) =>
              organization_id ? (
                <TextLink href={gymHref(organization_id)}>{organization_name ?? "Deleted gym"}</TextLink>
              ) : (
                "Installation"
              ),
          },
        ]
      : []),
    { key: "event", header: "Trigger", className: "max-lg:hidden", cell: ({ event_name }) => event_name },
    {
      key: "when",
      header: "Created",
      cell: ({ created_at }) => (
        <time dateTime={created_at} title={formatExact(created_at, localeContext)}>
          {formatDateTime(created_at, localeContext)}
        </time>
      ),
    },
    { key: "took", header: "Duration", align: "end", className: "max-lg:hidden", cell: durationText },
    { key: "state", header: "State", cell: ({ state }) => <JobStateBadge state={state} /> },
  ];
  return (
    <DataTable
      label="Runs"
      columns={columns}
      rows={runs}
      rowKey={({ id }) => id}
      edge
      phone={(run) => (
        <PhoneRow
          title={run.function_name}
          href={runHref(run.id)}
          subtitle={run.failure?.message ?? run.organization_name ?? run.event_name}
          status={<JobStateBadge state={run.state} />}
          fact={formatDateTime(run.created_at, localeContext)}
        />
      )}
    />
  );
}
