import { index, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, updatedAt, version } from "@/db/schema/columns";
import { tenantFk, tenantTable, tenantTableWithoutId } from "@/db/schema/tenant-table";
import { importRowStatuses, importStatuses } from "@/lib/values/statuses";

export const imports = tenantTable(
  "imports",
  {
    file_name: text("file_name").notNull(),
    status: text("status", { enum: importStatuses }).notNull(),
    /** Header, delimiter, recognised columns and the user's options: date format, duplicates, default location. */
    headers: text("headers").array().notNull(),
    mapping: jsonb("mapping").$type<Record<string, string>>().notNull(),
    options: jsonb("options").$type<Record<string, unknown>>().notNull(),
    /** The locations that its rows can be assigned to: those of the person who created it. Null: every location. */
    location_ids: uuid("location_ids").array(),
    date_format_evidence: text("date_format_evidence").notNull(),
    total_rows: integer("total_rows").notNull().default(0),
    processed_rows: integer("processed_rows").notNull().default(0),
    summary: jsonb("summary").$type<Record<string, unknown>>(),
    failure: text("failure"),
    /** The lease of the worker. After this time another worker can take over. */
    leased_until: instant("leased_until"),
    created_by: uuid("created_by"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
    finished_at: instant("finished_at"),
  },
  (t) => [index("imports_by_created").on(t.organization_id, t.created_at, t.id)],
);

export const importRows = tenantTableWithoutId(
  "import_rows",
  {
    import_id: uuid("import_id").notNull(),
    row_number: integer("row_number").notNull(),
    status: text("status", { enum: importRowStatuses }).notNull(),
    raw: jsonb("raw").$type<string[]>().notNull(),
    parsed: jsonb("parsed").$type<Record<string, unknown>>(),
    problems:
      jsonb("problems").$type<{ field: string; code: string; message: string; severity: "error" | "warning" }[]>(),
    member_id: uuid("member_id"),
    membership_id: uuid("membership_id"),
    /** X4: the opening balance of the member: an invoice, or account credit. */
    invoice_id: uuid("invoice_id"),
    credit_id: uuid("credit_id"),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.import_id, t.row_number] }),
    index("import_rows_by_status").on(t.organization_id, t.import_id, t.status, t.row_number),
    tenantFk(t.import_id, imports).onDelete("cascade"),
  ],
);
