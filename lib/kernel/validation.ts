import type { z } from "zod";
import { pathToUnstorable } from "@/lib/values/storable-text";
import { type FieldError, Problem } from "./errors";

/**
 * Throws invalid_input with one sentence a field. R12: ill-formed text is refused here, before the schema, so that the rule
 * holds for every field that a contract has or will have, for keys of records, and for fields that it does not know.
 */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const path = pathToUnstorable(raw);
  if (path) throw refused([{ field: path.join("."), message: "has characters that cannot be stored; remove them" }]);
  const result = schema.safeParse(raw ?? {});
  if (result.success) return result.data;
  throw refused(result.error.issues.flatMap(fieldErrors));
}

const refused = (errors: FieldError[]) =>
  new Problem("invalid_input", "Some fields cannot be accepted. See errors for each of them.", { errors });

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      field: [...issue.path, key].join("."),
      message: "is not a field of this request",
    }));
  }
  return [{ field: issue.path.join("."), message: issue.message }];
}
