import { ChannelIcon, ChannelMark } from "@/components/messages/notifications/channel-mark";
import { TextLink } from "@/components/ui/controls/text-link";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatCount, formatDateTime, formatExact, type LocaleContext } from "@/lib/client/format";
import type { BulkMessage } from "./bulk";
import { BulkStateBadge } from "./bulk-state";

interface BulkTableProps {
  bulks: readonly BulkMessage[];
  localeContext: LocaleContext;
  bulkHref: (id: string) => string;
}

export function BulkTable({ bulks, localeContext, bulkHref }: BulkTableProps) {
  const time = ({ scheduled_at, started_at, created_at }: BulkMessage) => started_at ?? scheduled_at ?? created_at;
  const reached = ({ counts, recipients, state }: BulkMessage) =>
    state === "scheduled" || (state === "preparing" && recipients === 0)
      ? "—"
      : `${formatCount((counts.sent ?? 0) + (counts.delivered ?? 0), localeContext.locale)} of ${formatCount(recipients, localeContext.locale)}`;
  const columns: Column<BulkMessage>[] = [
    {
      key: "name",
      header: "Name",
      cell: ({ id, name }) => (
        <TextLink href={bulkHref(id)} className="ui-table-link block max-w-96 truncate">
          {name}
        </TextLink>
      ),
    },
    { key: "channel", header: "Channel", cell: ({ channel }) => <ChannelMark channel={channel} /> },
    {
      key: "audience",
      header: "To",
      className: "max-lg:hidden",
      cell: ({ segment_name }) => segment_name ?? "Filtered members",
    },
    { key: "sent", header: "Sent", align: "end", cell: reached },
    {
      key: "when",
      header: "Date",
      cell: (bulk) => (
        <time title={formatExact(time(bulk), localeContext)}>{formatDateTime(time(bulk), localeContext)}</time>
      ),
    },
    {
      key: "by",
      header: "Created by",
      className: "max-lg:hidden",
      cell: ({ created_by_name }) => created_by_name ?? "—",
    },
    { key: "state", header: "State", cell: ({ state }) => <BulkStateBadge state={state} /> },
  ];
  return (
    <DataTable
      label="Bulk messages"
      columns={columns}
      rows={bulks}
      rowKey={({ id }) => id}
      edge
      phone={(bulk) => (
        <PhoneRow
          lead={<ChannelIcon channel={bulk.channel} />}
          title={bulk.name}
          href={bulkHref(bulk.id)}
          subtitle={formatDateTime(time(bulk), localeContext)}
          status={<BulkStateBadge state={bulk.state} />}
          fact={reached(bulk)}
        />
      )}
    />
  );
}
