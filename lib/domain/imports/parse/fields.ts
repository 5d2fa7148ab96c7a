import type { ImportField } from "@/lib/values/import-fields";

export { type ImportField, importFields } from "@/lib/values/import-fields";

/** Several columns may feed these; any other field takes one. */
export const repeatableFields: ReadonlySet<ImportField> = new Set(["tags", "notes", "address"]);

export const dateFields: ReadonlySet<ImportField> = new Set([
  "birth_on",
  "joined_on",
  "starts_on",
  "ends_on",
  "next_bill_on",
  "sessions_expire_on",
  "frozen_from",
  "resumes_on",
  "cancels_on",
]);

/** Column position (from 0) to field: headers may repeat, positions do not. */
export type ColumnMapping = Record<string, ImportField>;
