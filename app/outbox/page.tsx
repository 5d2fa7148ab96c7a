import type { Metadata } from "next";
import { OutboxFrame } from "@/components/identity/outbox-frame";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Row, RowList } from "@/components/ui/row-list";
import { listOutbox } from "@/lib/domain/identity";
import { outboxReader, whenOf } from "./reader";

export const metadata: Metadata = { title: "Outbox" };

export default async function OutboxPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const caller = await outboxReader();
  const { data, next_cursor } = await listOutbox(caller, { limit: 50, ...(cursor ? { cursor } : {}) });
  return (
    <OutboxFrame title="Outbox" lead="This server has no mail vendor, so it keeps its mail here instead of sending it.">
      {data.length === 0 ? (
        <EmptyState title="No mail yet">Sign up, invite somebody or ask for a new password.</EmptyState>
      ) : (
        <RowList label="Mails, newest first">
          {data.map((mail) => (
            <Row
              key={mail.id}
              title={mail.subject}
              subtitle={mail.to_email}
              href={`/outbox/${mail.id}`}
              end={<time dateTime={mail.created_at}>{whenOf(mail.created_at)}</time>}
            />
          ))}
        </RowList>
      )}
      {next_cursor ? (
        <div>
          <ButtonLink href={`/outbox?cursor=${encodeURIComponent(next_cursor)}`}>Older mails</ButtonLink>
        </div>
      ) : null}
    </OutboxFrame>
  );
}
