import type { z } from "zod";
import { type FieldError, Problem } from "./errors";

/** Throws invalid_input with one sentence a field. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const result = schema.safeParse(raw ?? {});
  if (result.success) return result.data;
  throw new Problem("invalid_input", "Some fields cannot be accepted. See errors for each of them.", {
    errors: result.error.issues.flatMap(fieldErrors),
  });
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      field: [...issue.path, key].join("."),
      message: "is not a field of this request",
    }));
  }
  return [{ field: issue.path.join("."), message: issue.message }];
}
