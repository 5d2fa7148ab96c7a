import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { outboxReader, whenOf } from "@/app/outbox/reader";
import { EmailFrame } from "@/components/messages/notifications/email-frame";
import { EmailText } from "@/components/messages/notifications/email-text";
import { OutboxFrame } from "@/components/messages/notifications/outbox-frame";
import { TextLink } from "@/components/ui/controls/text-link";
import { readOutbox } from "@/lib/domain/messages/outbox";
import { Problem } from "@/lib/kernel/errors";

export const metadata: Metadata = { title: "Message" };

export default async function OutboxMessagePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { subject, to, gym_name, created_at, body, link, html, attachments } = await readOutbox(await outboxReader(), {
    id,
  }).catch(missing);
  return (
    <OutboxFrame title={subject} lead={`To ${to}, ${whenOf(created_at)}${gym_name ? `, from ${gym_name}` : ""}`}>
      <EmailText text={body} />
      {link ? <EmailText text={link} /> : null}
      {html ? <EmailFrame title={subject} html={html} className="h-[640px]" /> : null}
      {attachments.map(({ name, content_type, base64 }) => (
        <p key={name}>
          <a className="ui-link" download={name} href={`data:${content_type};base64,${base64}`}>
            {name}
          </a>
        </p>
      ))}
      <p>
        <TextLink href="/outbox">All messages</TextLink>
      </p>
    </OutboxFrame>
  );
}

function missing(error: unknown): never {
  if (error instanceof Problem && error.status < 500) notFound();
  throw error;
}
