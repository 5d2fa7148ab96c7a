import { and, asc, desc, eq, gt, inArray, lt, or } from "drizzle-orm";
import { importRows, imports } from "@/db/schema";
import * as contracts from "@/lib/contracts/imports";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { operation } from "@/lib/kernel/operation";
import { carryOn, isMoving } from "./advance";
import { getImportRecord, type ImportRecord, present } from "./find";

/** Reading an import that a crash left in the middle sets it going again. */
export const getImport = operation(
  contracts.getImport,
  async (ctx, { id }) => present(ctx, await getImportRecord(ctx, id)),
  { committed: (caller, { id, status }) => void (isMoving(status) && carryOn(caller, id)) },
);

export const listImports = operation(contracts.listImports, async (ctx, { limit, cursor }) => {
  const after = cursor ? decodeCursor(cursor, 2) : null;
  const [at, last] = (after ?? []) as [string, string];
  const rows = await ctx.db
    .select()
    .from(imports)
    .where(
      and(
        eq(imports.organization_id, ctx.organization_id),
        after ? or(lt(imports.created_at, at), and(eq(imports.created_at, at), lt(imports.id, last))) : undefined,
      ),
    )
    .orderBy(desc(imports.created_at), desc(imports.id))
    .limit(limit + 1);
  const { data, next_cursor } = toPage(rows, limit, (row) => [row.created_at, row.id]);
  return {
    data: data.map((row) => ({ ...(row as ImportRecord), date_format_evidence: "none" as const, sample: [] })),
    next_cursor,
  };
});

export const listImportRows = operation(contracts.listImportRows, async (ctx, { id, status, limit, cursor }) => {
  await getImportRecord(ctx, id);
  const [after] = cursor ? decodeCursor(cursor, 1) : [null];
  const rows = await ctx.db
    .select()
    .from(importRows)
    .where(
      and(
        eq(importRows.organization_id, ctx.organization_id),
        eq(importRows.import_id, id),
        status ? inArray(importRows.status, status) : undefined,
        typeof after === "number" ? gt(importRows.row_number, after) : undefined,
      ),
    )
    .orderBy(asc(importRows.row_number))
    .limit(limit + 1);
  const { data, next_cursor } = toPage(rows, limit, (row) => [row.row_number]);
  return { data: data.map((row) => ({ ...row, problems: row.problems ?? [] })), next_cursor };
});
