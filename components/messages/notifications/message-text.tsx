import { Tabs } from "@/components/ui/controls/tabs";
import { EmailFrame } from "./email-frame";
import type { MessageWithText } from "./message";

/** An email as HTML and as plain text. Other channels have only text. */
export function MessageText({ text }: { text: MessageWithText["text"] }) {
  const plain = <p className="max-w-[68ch] whitespace-pre-wrap break-words py-4 text-14 text-ink">{text.body}</p>;
  if (!text.html) return plain;
  return (
    <Tabs
      label="Format"
      tabs={[
        {
          id: "mail",
          label: "E-mail",
          content: (
            <div className="py-4">
              <EmailFrame title={text.subject || "E-mail"} html={text.html} />
            </div>
          ),
        },
        { id: "text", label: "Plain text", content: plain },
      ]}
    />
  );
}
