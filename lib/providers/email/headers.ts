import type { SendOutcome } from "@/lib/values/delivery";
import type { Mail } from "./email-provider";

const NAME = /^[A-Za-z0-9-]+$/;
const BREAKS = /[\r\n\0]/;

/** A line break in a header would let a name add headers, or recipients, of its own. */
export function headerRefusal(mail: Mail): SendOutcome | null {
  const values = [mail.to, mail.subject, mail.from.name, mail.from.email, mail.reply_to ?? "", mail.id];
  const is_clean =
    values.concat(Object.values(mail.headers)).every((value) => !BREAKS.test(value)) &&
    Object.keys(mail.headers).every((name) => NAME.test(name));
  if (is_clean) return null;
  return {
    outcome: "rejected",
    code: "header_line_break",
    message: "A mail's addresses, subject and headers are one line each",
    disables: null,
  };
}

/** `"Iron Temple, Leeds" <hello@…>`: in quotes a comma or a bracket in a gym's name stays part of the name. */
export function mailbox({ name, email }: Mail["from"]): string {
  return name ? `"${name.replace(/["\\]/g, "\\$&")}" <${email}>` : email;
}
