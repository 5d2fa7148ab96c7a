import { TextLink } from "@/components/ui/controls/text-link";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatDateTime, formatExact, type LocaleContext } from "@/lib/client/format";
import { ChannelIcon, ChannelMark } from "./channel-mark";
import { type MessageRow, titleOf } from "./message";
import { channelLabels, kindLabels, reasonLabels } from "./message-labels";
import { MessageStateBadge } from "./message-state";

interface MessagesTableProps {
  messages: readonly MessageRow[];
  localeContext: LocaleContext;
  messageHref: (id: string) => string;
  /** Omitted in the message list of one member. */
  memberHref?: (id: string) => string;
}

export function MessagesTable({ messages, localeContext, messageHref, memberHref }: MessagesTableProps) {
  const when = ({ created_at }: MessageRow) => (
    <time dateTime={created_at} title={formatExact(created_at, localeContext)}>
      {formatDateTime(created_at, localeContext)}
    </time>
  );
  const columns: Column<MessageRow>[] = [
    {
      key: "subject",
      header: "Message",
      cell: (message) => (
        <TextLink href={messageHref(message.id)} className="ui-table-link block max-w-80 truncate">
          {titleOf(message)}
        </TextLink>
      ),
    },
    ...(memberHref
      ? [
          {
            key: "to",
            header: "To",
            cell: ({ member_id, to_name }: MessageRow) =>
              member_id ? <TextLink href={memberHref(member_id)}>{to_name}</TextLink> : to_name,
          },
        ]
      : []),
    {
      key: "address",
      header: "Address",
      className: "max-lg:hidden",
      cell: ({ to_address }) => <span className="block max-w-56 truncate">{to_address || "—"}</span>,
    },
    { key: "channel", header: "Channel", cell: ({ channel }) => <ChannelMark channel={channel} /> },
    { key: "kind", header: "Type", className: "max-lg:hidden", cell: ({ kind }) => kindLabels[kind] },
    { key: "when", header: "Created", cell: when },
    {
      key: "state",
      header: "State",
      cell: ({ state, reason }) => (
        <span className="flex items-center gap-2">
          <MessageStateBadge state={state} />
          {reason && state !== "sent" && state !== "delivered" ? (
            <span className="max-w-52 whitespace-normal text-12 text-ink-3 leading-4 max-lg:hidden">
              {reasonLabels[reason]}
            </span>
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      label="Messages"
      columns={columns}
      rows={messages}
      rowKey={({ id }) => id}
      edge
      phone={(message) => (
        <PhoneRow
          lead={<ChannelIcon channel={message.channel} />}
          title={titleOf(message)}
          href={messageHref(message.id)}
          subtitle={
            memberHref
              ? `${message.to_name} · ${formatDateTime(message.created_at, localeContext)}`
              : `${channelLabels[message.channel]} · ${formatDateTime(message.created_at, localeContext)}`
          }
          status={<MessageStateBadge state={message.state} />}
          fact={message.state === "sent" || message.state === "delivered" ? null : shortReason(message)}
        />
      )}
    />
  );
}

const shortReason = ({ reason }: MessageRow) =>
  reason ? <span className="block max-w-40 whitespace-normal text-12 leading-4">{reasonLabels[reason]}</span> : null;
