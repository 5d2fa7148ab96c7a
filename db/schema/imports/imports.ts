import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, tenantPolicy, updatedAt } from "@/db/schema/columns";
import { organizations } from "@/db/schema/organization/organizations";
import { importRowStatuses, importStatuses } from "@/lib/values/statuses";

export const imports = pgTable(
  "imports",
  {
    id: id(),
    organization_id: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    file_name: text("file_name").notNull(),
    status: text("status", { enum: importStatuses }).notNull(),
    /** Header, delimiter, recognised columns and what the owner chose: date format, duplicates, default location. */
    headers: text("headers").array().notNull(),
    mapping: jsonb("mapping").$type<Record<string, string>>().notNull(),
    options: jsonb("options").$type<Record<string, unknown>>().notNull(),
    /** The locations that its rows may go to: the reach of the person who set it up. Null is every location. */
    location_ids: uuid("location_ids").array(),
    date_format_evidence: text("date_format_evidence").notNull(),
    total_rows: integer("total_rows").notNull().default(0),
    processed_rows: integer("processed_rows").notNull().default(0),
    summary: jsonb("summary").$type<Record<string, unknown>>(),
    failure: text("failure"),
    /** A worker holds the import until this instant; a crashed one is taken over after it. */
    leased_until: instant("leased_until"),
    created_by: uuid("created_by"),
    version: integer("version").notNull().default(1),
    created_at: createdAt(),
    updated_at: updatedAt(),
    finished_at: instant("finished_at"),
  },
  (t) => [
    unique("imports_organization_id_unique").on(t.organization_id, t.id),
    index("imports_by_created").on(t.organization_id, t.created_at, t.id),
    tenantPolicy("imports", t.organization_id),
  ],
).enableRLS();

export const importRows = pgTable(
  "import_rows",
  {
    organization_id: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    import_id: uuid("import_id").notNull(),
    row_number: integer("row_number").notNull(),
    status: text("status", { enum: importRowStatuses }).notNull(),
    raw: jsonb("raw").$type<string[]>().notNull(),
    parsed: jsonb("parsed").$type<Record<string, unknown>>(),
    problems:
      jsonb("problems").$type<{ field: string; code: string; message: string; severity: "error" | "warning" }[]>(),
    member_id: uuid("member_id"),
    membership_id: uuid("membership_id"),
  },
  (t) => [
    primaryKey({ columns: [t.organization_id, t.import_id, t.row_number] }),
    index("import_rows_by_status").on(t.organization_id, t.import_id, t.status, t.row_number),
    foreignKey({
      name: "import_rows_import_fk",
      columns: [t.organization_id, t.import_id],
      foreignColumns: [imports.organization_id, imports.id],
    }).onDelete("cascade"),
    tenantPolicy("import_rows", t.organization_id),
  ],
).enableRLS();
