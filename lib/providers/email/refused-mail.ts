import type { SendOutcome } from "@/lib/values/delivery";
import type { Mail } from "./email-provider";
import { rejectUnsafeHeaders } from "./headers";

/** Base64 makes a third more of it. Many mail servers refuse a mail of more than 20 MB. */
const maxAttachmentBytes = 10 * 1024 * 1024;

/** What no provider is asked to send. */
export function refusedMail(mail: Mail): SendOutcome | null {
  const bytes = mail.attachments.reduce((all, one) => all + one.bytes.byteLength, 0);
  if (bytes <= maxAttachmentBytes) return rejectUnsafeHeaders(mail);
  return {
    outcome: "rejected",
    code: "attachments_too_large",
    message: "The attached files have more than 10 MB, which many mail servers refuse",
    disables: null,
  };
}
