import { bigint, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "@/db/schema/columns";
import { tenantTable } from "@/db/schema/tenant-table";

export const files = tenantTable(
  "files",
  {
    kind: text("kind", { enum: ["photo", "logo"] }).notNull(),
    storage_key: text("storage_key").notNull(),
    content_type: text("content_type").notNull(),
    size_bytes: bigint("size_bytes", { mode: "number" }).notNull(),
    sha256: text("sha256").notNull(),
    created_by: uuid("created_by"),
    created_at: createdAt(),
  },
  (t) => [unique("files_storage_key_unique").on(t.organization_id, t.storage_key)],
);
