import { type FieldError, Problem } from "@/lib/kernel/errors";
import type { Channel } from "@/lib/values/delivery";
import { unknownNames } from "@/lib/values/message-text";

type Words = { subject: string; body: string; content_sid: string | null };

/** P8: refuses a name that would hold every message of this text. */
export const refuseUnknownNames = (words: Words, known: readonly string[]): void => refuse(nameFaults(words, known));

export function refuseFaults(words: Words, channel: Channel, known: readonly string[]): void {
  const faults = nameFaults(words, known);
  if (channel === "email" && words.subject === "")
    faults.push({ field: "subject", message: "Give the mail a subject" });
  if (channel !== "whatsapp" && words.content_sid !== null)
    faults.push({ field: "content_sid", message: "Only WhatsApp has templates that are approved beforehand" });
  refuse(faults);
}

function refuse(errors: FieldError[]): void {
  if (errors.length === 0) return;
  throw new Problem("invalid_input", "Some fields cannot be accepted. See errors for each of them.", { errors });
}

const nameFaults = ({ subject, body }: Words, known: readonly string[]): FieldError[] => [
  ...faultsIn("subject", subject, known),
  ...faultsIn("body", body, known),
];

const asPlaces = (names: readonly string[]) => names.map((name) => `{{${name}}}`).join(", ");

function faultsIn(field: string, text: string, known: readonly string[]): FieldError[] {
  const unknown = unknownNames(text, known);
  if (unknown.length > 0) return [{ field, message: `${asPlaces(unknown)} is not known here. Use ${asPlaces(known)}` }];
  const rest = text.replace(/\{\{[^{}]*\}\}/g, "");
  return /\{\{|\}\}/.test(rest) ? [{ field, message: "Write a variable as {{first_name}}, with two braces each" }] : [];
}
