import { Tabs } from "@/components/ui/controls/tabs";
import { MailFrame } from "./mail-frame";
import type { MessageWithText } from "./message";

/** The mail as it looks and as plain text; other channels have the text only. */
export function MessageText({ text }: { text: MessageWithText["text"] }) {
  const plain = <p className="max-w-[68ch] whitespace-pre-wrap break-words py-4 text-14 text-ink">{text.body}</p>;
  if (!text.html) return plain;
  return (
    <Tabs
      label="How it is shown"
      tabs={[
        {
          id: "mail",
          label: "Mail",
          content: (
            <div className="py-4">
              <MailFrame title={text.subject || "Mail"} html={text.html} />
            </div>
          ),
        },
        { id: "text", label: "Text", content: plain },
      ]}
    />
  );
}
