import type { SendOutcome } from "@/lib/values/delivery";
import type { Mail } from "./email-provider";

const NAME = /^[A-Za-z0-9-]+$/;
const BREAKS = /[\r\n\0]/;

/** Prevents header injection by line breaks. */
export function rejectUnsafeHeaders(mail: Mail): SendOutcome | null {
  const values = [mail.to, mail.subject, mail.from.name, mail.from.email, mail.reply_to ?? "", mail.id];
  const is_clean =
    values.concat(Object.values(mail.headers)).every((value) => !BREAKS.test(value)) &&
    Object.keys(mail.headers).every((name) => NAME.test(name));
  if (is_clean) return null;
  return {
    outcome: "rejected",
    code: "header_line_break",
    message: "Addresses, subject and headers of a mail must not contain line breaks",
    disables: null,
  };
}

/** `"Iron Temple, Leeds" <hello@…>`: the name is quoted, because it may contain commas or brackets. */
export function mailbox({ name, email }: Mail["from"]): string {
  return name ? `"${name.replace(/["\\]/g, "\\$&")}" <${email}>` : email;
}
