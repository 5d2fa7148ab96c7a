import { EmailFrame } from "@/components/messages/notifications/email-frame";

/** A rendered message: an email in a frame, other channels as text. */
export function TextPreview({ text }: { text: { subject: string; body: string; html: string | null } }) {
  if (text.html) return <EmailFrame title={text.subject || "E-mail preview"} html={text.html} className="h-105" />;
  return (
    <div className="rounded-control border border-line bg-surface p-3">
      {text.subject ? <p className="font-strong text-ink">{text.subject}</p> : null}
      <p className="whitespace-pre-wrap break-words text-ink">{text.body}</p>
    </div>
  );
}
