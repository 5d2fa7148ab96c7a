import type { z } from "zod";
import { pathToUnstorable } from "@/lib/values/storable-text";
import { type FieldError, Problem } from "./errors";

/**
 * Throws invalid_input with one message per field. R12: ill-formed text is rejected before the schema, so that the rule also
 * covers record keys, unknown fields and future fields.
 */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const path = pathToUnstorable(raw);
  if (path)
    throw invalidInput([{ field: path.join("."), message: "contains characters that cannot be stored; remove them" }]);
  const result = schema.safeParse(raw ?? {});
  if (result.success) return result.data;
  throw invalidInput(result.error.issues.flatMap(fieldErrors));
}

const invalidInput = (errors: FieldError[]) =>
  new Problem("invalid_input", "Some fields are invalid. See errors for each of them.", { errors });

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      field: [...issue.path, key].join("."),
      message: "is not a field of this request",
    }));
  }
  return [{ field: issue.path.join("."), message: issue.message }];
}
