import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { outboxReader, whenOf } from "@/app/outbox/reader";
import { MailText } from "@/components/identity/mail-text";
import { OutboxFrame } from "@/components/identity/outbox-frame";
import { TextLink } from "@/components/ui/text-link";
import { readOutboxMail } from "@/lib/domain/identity";
import { Problem } from "@/lib/kernel/errors";

export const metadata: Metadata = { title: "Mail" };

export default async function OutboxMailPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const mail = await readOutboxMail(await outboxReader(), { id }).catch(missing);
  return (
    <OutboxFrame title={mail.subject} lead={`To ${mail.to_email}, ${whenOf(mail.created_at)}`}>
      <MailText text={mail.text_body} />
      <p>
        <TextLink href="/outbox">All mails</TextLink>
      </p>
    </OutboxFrame>
  );
}

function missing(error: unknown): never {
  if (error instanceof Problem && error.status < 500) notFound();
  throw error;
}
