import { MailFrame } from "@/components/messages/notifications/mail-frame";

/** A text as somebody reads it: a mail in a frame, anything else as it is. */
export function TextPreview({ text }: { text: { subject: string; body: string; html: string | null } }) {
  if (text.html) return <MailFrame title={text.subject || "Preview of the mail"} html={text.html} className="h-105" />;
  return (
    <div className="rounded-control border border-line bg-surface p-3">
      {text.subject ? <p className="font-strong text-ink">{text.subject}</p> : null}
      <p className="whitespace-pre-wrap break-words text-ink">{text.body}</p>
    </div>
  );
}
