import { ApiError } from "@/lib/client/api";

export type FormErrors<Name extends string> = Partial<Record<Name | "root", string>>;

/** The server's errors by field; `root` is an error that belongs to none of these fields. */
export function errorsByField<Name extends string>(error: unknown, fields: readonly Name[]): FormErrors<Name> {
  const problem = error instanceof ApiError ? error : null;
  const known = (problem?.errors ?? []).filter(({ field }) => (fields as readonly string[]).includes(field));
  if (known.length > 0) {
    return Object.fromEntries(known.map(({ field, message }) => [field, message])) as FormErrors<Name>;
  }
  return { root: problem?.message ?? "Something went wrong. Try again." } as FormErrors<Name>;
}
