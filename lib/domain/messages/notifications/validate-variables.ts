import { type FieldError, Problem } from "@/lib/kernel/errors";
import { unknownPlaceholders } from "@/lib/values/message-text";
import { memberVariables } from "@/lib/values/notifications";

type Texts = Readonly<Record<string, string>>;

const inBraces = (names: readonly string[]) => names.map((name) => `{{${name}}}`).join(", ");

/** P8: rejects unknown variables, which would hold every message, and malformed braces. */
export const variableErrors = (texts: Texts, known: readonly string[] = memberVariables): FieldError[] =>
  Object.entries(texts).flatMap(([field, text]) => {
    const unknown = unknownPlaceholders(text, known);
    if (unknown.length > 0) return [{ field, message: `${inBraces(unknown)} is unknown. Use ${inBraces(known)}` }];
    const rest = text.replace(/\{\{[^{}]*\}\}/g, "");
    return /\{\{|\}\}/.test(rest)
      ? [{ field, message: "Write variables with two braces, such as {{first_name}}" }]
      : [];
  });

export function validateVariables(texts: Texts, known?: readonly string[]): void {
  throwFieldErrors(variableErrors(texts, known));
}

export function throwFieldErrors(errors: FieldError[]): void {
  if (errors.length === 0) return;
  throw new Problem("invalid_input", "Some fields cannot be accepted. See errors for each of them.", { errors });
}
