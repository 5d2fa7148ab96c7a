import { TextLink } from "@/components/ui/controls/text-link";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatDateTime, formatExact, type LocaleContext } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { listGatewayEvents } from "@/lib/contracts/gateways/gateway-events";
import { EventState } from "./event-state";

type EventRow = Output<typeof listGatewayEvents>["data"][number];

interface EventsTableProps {
  events: readonly EventRow[];
  vendorLabels: ReadonlyMap<string, string>;
  localeContext: LocaleContext;
  /** The address of the log; an event is below it. */
  base: string;
}

export function EventsTable({ events, vendorLabels, localeContext, base }: EventsTableProps) {
  const columns: Column<EventRow>[] = [
    {
      key: "at",
      header: "Received",
      cell: ({ received_at }) => (
        <time dateTime={received_at} title={formatExact(received_at, localeContext)}>
          {formatDateTime(received_at, localeContext)}
        </time>
      ),
    },
    { key: "type", header: "Type", cell: ({ id, type }) => <TextLink href={`${base}/${id}`}>{type}</TextLink> },
    { key: "vendor", header: "Gateway", cell: ({ vendor }) => vendorLabels.get(vendor) ?? vendor },
    {
      key: "ref",
      header: "About",
      className: "max-lg:hidden",
      cell: ({ subject, ref }) => (
        <span className="break-all">
          {subject}
          {ref ? <code className="block text-12 text-ink-3">{ref}</code> : null}
        </span>
      ),
    },
    { key: "state", header: "State", cell: ({ status }) => <EventState status={status} /> },
    {
      key: "why",
      header: "Why",
      className: "max-lg:hidden",
      cell: ({ reason }) => <span className="text-ink-2">{reason}</span>,
    },
  ];
  return (
    <DataTable
      label="Events of payment gateways"
      density="dense"
      edge
      columns={columns}
      rows={events}
      rowKey={({ id }) => id}
      phone={({ id, type, received_at, status, reason }) => (
        <PhoneRow
          title={type}
          href={`${base}/${id}`}
          subtitle={formatDateTime(received_at, localeContext)}
          status={<EventState status={status} />}
          fact={reason}
        />
      )}
    />
  );
}
