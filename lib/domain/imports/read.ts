import { and, desc, eq, lt, or } from "drizzle-orm";
import { imports } from "@/db/schema";
import * as contracts from "@/lib/contracts/imports/imports";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { operation } from "@/lib/kernel/operation";
import { processInBackground } from "./advance";
import { getImportRecord, importsWithinReach, isMoving, present, recordOf } from "./find";

/** Reading an interrupted import also resumes it. */
export const getImport = operation(
  contracts.getImport,
  async (ctx, { id }) => present(ctx, await getImportRecord(ctx, id)),
  { afterCommit: (caller, { id, status }) => void (isMoving(status) && processInBackground(caller, id)) },
);

export const listImports = operation(
  contracts.listImports,
  async (ctx, { limit, cursor }) => {
    const after = cursor ? decodeCursor(cursor, 2) : null;
    const [at, last] = (after ?? []) as [string, string];
    const rows = await ctx.db
      .select()
      .from(imports)
      .where(
        and(
          eq(imports.organization_id, ctx.organization_id),
          importsWithinReach(ctx.caller.location_ids),
          after ? or(lt(imports.created_at, at), and(eq(imports.created_at, at), lt(imports.id, last))) : undefined,
        ),
      )
      .orderBy(desc(imports.created_at), desc(imports.id))
      .limit(limit + 1);
    const { data, next_cursor } = toPage(rows, limit, (row) => [row.created_at, row.id]);
    return {
      data: data.map((row) => ({
        ...recordOf(row),
        date_format_evidence: "none" as const,
        sample: [],
        created_plans: [],
      })),
      next_cursor,
    };
  },
  {
    afterCommit: (caller, { data }) => {
      for (const { id, status } of data) if (isMoving(status)) void processInBackground(caller, id);
    },
  },
);
