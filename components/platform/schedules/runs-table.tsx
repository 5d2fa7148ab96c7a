import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatCount, formatDateTime, formatExact, type LocaleContext } from "@/lib/client/format";
import { formatShortDate } from "@/lib/client/format-short-date";
import { RunState } from "./run-state";
import { type ScheduleRun, scheduleTexts } from "./schedule";

interface RunsTableProps {
  runs: readonly ScheduleRun[];
  localeContextOf: (location_id: string) => LocaleContext;
  today: string;
}

export function RunsTable({ runs, localeContextOf, today }: RunsTableProps) {
  const { locale } = localeContextOf("");
  const processed = ({ found, acted, state }: ScheduleRun) =>
    state === "running" ? "—" : `${formatCount(acted, locale)} of ${formatCount(found, locale)}`;
  const day = ({ run_on, repetition }: ScheduleRun) =>
    `${formatShortDate(run_on, today, locale)}${repetition > 0 ? ", again" : ""}`;
  const columns: Column<ScheduleRun>[] = [
    {
      key: "schedule",
      header: "Schedule",
      cell: ({ schedule, failure }) => (
        <span className="block py-1">
          <b className="font-medium text-ink">{scheduleTexts[schedule].name}</b>
          {failure ? <span className="block max-w-[52ch] whitespace-normal text-bad-text">{failure}</span> : null}
        </span>
      ),
    },
    { key: "location", header: "Location", cell: ({ location_name }) => location_name },
    { key: "day", header: "Date", cell: day },
    {
      key: "started",
      header: "Started",
      cell: ({ started_at, location_id, requested_by_name }) => (
        <>
          <time dateTime={started_at} title={formatExact(started_at, localeContextOf(location_id))}>
            {formatDateTime(started_at, localeContextOf(location_id))}
          </time>
          {requested_by_name ? <span className="text-ink-3"> by {requested_by_name}</span> : null}
        </>
      ),
    },
    { key: "acted", header: "Processed", align: "end", cell: processed },
    { key: "state", header: "State", cell: ({ state }) => <RunState state={state} /> },
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
          title={scheduleTexts[run.schedule].name}
          subtitle={run.failure ?? `${run.location_name}, ${day(run)}`}
          status={<RunState state={run.state} />}
          fact={processed(run)}
        />
      )}
    />
  );
}
