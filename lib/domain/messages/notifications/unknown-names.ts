import { type FieldError, Problem } from "@/lib/kernel/errors";
import { unknownPlaceholders } from "@/lib/values/message-text";
import { memberVariables } from "@/lib/values/notifications";

type Texts = Readonly<Record<string, string>>;

const asPlaces = (names: readonly string[]) => names.map((name) => `{{${name}}}`).join(", ");

/** P8: what would hold every message of a text, or stand in it as braces for all to read. */
export const nameFaults = (texts: Texts, known: readonly string[] = memberVariables): FieldError[] =>
  Object.entries(texts).flatMap(([field, text]) => {
    const unknown = unknownPlaceholders(text, known);
    if (unknown.length > 0)
      return [{ field, message: `${asPlaces(unknown)} is not known here. Use ${asPlaces(known)}` }];
    const rest = text.replace(/\{\{[^{}]*\}\}/g, "");
    return /\{\{|\}\}/.test(rest)
      ? [{ field, message: "Write a variable as {{first_name}}, with two braces each" }]
      : [];
  });

export function refuseUnknownNames(texts: Texts, known?: readonly string[]): void {
  refuseFaults(nameFaults(texts, known));
}

export function refuseFaults(errors: FieldError[]): void {
  if (errors.length === 0) return;
  throw new Problem("invalid_input", "Some fields are invalid. See errors for each of them.", { errors });
}
