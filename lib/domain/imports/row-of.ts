import { and, eq, type SQL } from "drizzle-orm";
import { importRows } from "@/db/schema";
import type { ImportRowStatus } from "@/lib/values/statuses";

/** The rows of an import, or those of one status. */
export const isRowOf = (organization_id: string, import_id: string, status?: ImportRowStatus): SQL | undefined =>
  and(
    eq(importRows.organization_id, organization_id),
    eq(importRows.import_id, import_id),
    status && eq(importRows.status, status),
  );
