import type { ImportField } from "@/lib/values/import-fields";

export { type ImportField, importFields } from "@/lib/values/import-fields";

/** These fields accept several columns, others one. */
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

/** Column position (from 0) to field, because headers may repeat. */
export type ColumnMapping = Record<string, ImportField>;
