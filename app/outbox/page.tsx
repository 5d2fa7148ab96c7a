import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { ChannelMark } from "@/components/messages/notifications/channel-mark";
import { channelLabels } from "@/components/messages/notifications/message-labels";
import { OutboxFrame } from "@/components/messages/notifications/outbox-frame";
import { ButtonLink } from "@/components/ui/controls/button";
import { SegmentedLinks } from "@/components/ui/controls/segmented-links";
import { EmptyState } from "@/components/ui/data/empty-state";
import { Row, RowList } from "@/components/ui/data/row-list";
import { listOutbox } from "@/lib/domain/messages/outbox";
import { type Channel, channels } from "@/lib/values/delivery";
import { outboxReader, whenOf } from "./reader";

export const metadata: Metadata = { title: "Outbox" };

type Search = Promise<{ cursor?: string; channel?: string }>;

const address = (query: Record<string, string>) => {
  const text = new URLSearchParams(query).toString();
  return text ? `/outbox?${text}` : "/outbox";
};

export default async function OutboxPage({ searchParams }: { searchParams: Search }) {
  const { cursor, channel: channelParam } = await searchParams;
  const channel = channels.find((one) => one === channelParam);
  const filter: { channel?: Channel } = channel ? { channel } : {};
  const caller = await outboxReader();
  const { data, next_cursor } = await orNotFound(
    listOutbox(caller, { limit: 50, ...filter, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <OutboxFrame title="Outbox" lead="Messages without a configured provider appear here instead of being sent.">
      <SegmentedLinks
        label="Channel"
        current={address(filter)}
        items={[
          { label: "All", href: address({}) },
          ...channels.map((one) => ({ label: channelLabels[one], href: address({ channel: one }) })),
        ]}
      />
      {data.length === 0 ? (
        <EmptyState title="No messages yet">Sign up, invite a staff member or send a message to a member.</EmptyState>
      ) : (
        <RowList label="Messages, newest first">
          {data.map((one) => (
            <Row
              key={one.id}
              title={one.subject}
              subtitle={one.to}
              href={`/outbox/${one.id}`}
              className="max-sm:flex-wrap max-sm:py-3"
              end={
                <span className="flex flex-wrap items-center gap-x-3 max-sm:w-full sm:justify-end">
                  {one.gym_name}
                  <ChannelMark channel={one.channel} />
                  <time dateTime={one.created_at}>{whenOf(one.created_at)}</time>
                </span>
              }
            />
          ))}
        </RowList>
      )}
      {next_cursor ? (
        <div>
          <ButtonLink href={address({ ...filter, cursor: next_cursor })}>Older messages</ButtonLink>
        </div>
      ) : null}
    </OutboxFrame>
  );
}
