import type { FieldValues, Path, UseFormSetError } from "react-hook-form";
import { errorsByField } from "./errors-by-field";

/** Shows the server's errors at their fields and focuses the first. Errors without a field appear above the form. */
export function showFormErrors<T extends FieldValues>(
  error: unknown,
  setError: UseFormSetError<T>,
  fields: readonly Path<T>[],
): void {
  Object.entries<string | undefined>(errorsByField(error, fields)).forEach(([field, message = ""], index) => {
    setError(field as Path<T> | "root", { message }, { shouldFocus: index === 0 && field !== "root" });
  });
}
