import type { FieldValues, Path, UseFormSetError } from "react-hook-form";
import { ApiError } from "@/lib/client/api";

/** Shows the server's errors at their fields and focuses the first. Errors without a field appear above the form. */
export function showFormErrors<T extends FieldValues>(
  error: unknown,
  setError: UseFormSetError<T>,
  fields: readonly Path<T>[],
): void {
  const problem = error instanceof ApiError ? error : null;
  const known = (problem?.errors ?? []).filter(({ field }) => (fields as readonly string[]).includes(field));
  known.forEach(({ field, message }, index) => {
    setError(field as Path<T>, { message }, { shouldFocus: index === 0 });
  });
  if (known.length > 0) return;
  setError("root", { message: problem?.message ?? "Something went wrong. Try again." });
}
