import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { importRows, imports, membershipPlans } from "@/db/schema";
import type { importJob, importSummary } from "@/lib/contracts/imports/imports";
import type { Caller } from "@/lib/kernel/caller";
import { notFound, Problem } from "@/lib/kernel/errors";
import type { ClockCtx, ReadCtx } from "@/lib/kernel/operation";
import type { ImportStatus } from "@/lib/values/statuses";
import type { ColumnMapping } from "./parse/fields";
import { isRowOf } from "./row-of";

type Row = typeof imports.$inferSelect;
export type Options = z.output<typeof importJob>["options"];
export type NewPlan = Options["new_plans"][string];
export type Summary = z.output<typeof importSummary>;
export type ImportRecord = Omit<Row, "mapping" | "options" | "summary"> & {
  mapping: ColumnMapping;
  options: Options;
  summary: Summary | null;
};
/** Options of an import from before plans were asked about have no terms. */
export const recordOf = (row: Row): ImportRecord => {
  const record = row as ImportRecord;
  return { ...record, options: { ...record.options, new_plans: record.options.new_plans ?? {} } };
};

/** A plan may be named "constructor", a property of every object. */
export const choiceFor = ({ plans }: Options, name: string) => (Object.hasOwn(plans, name) ? plans[name] : undefined);

/** Locks the import, so that a double click starts it once. */
export async function lockImport(ctx: ReadCtx, id: string, allowed: readonly ImportStatus[]): Promise<ImportRecord> {
  const [row] = await ctx.db.select().from(imports).where(sameImport(ctx, id)).for("update");
  if (!row) throw notFound();
  if (!allowed.includes(row.status)) {
    throw new Problem("import_not_ready", `The import is ${row.status}; this needs it to be ${allowed.join(" or ")}.`);
  }
  return recordOf(row);
}

export async function getImportRecord(ctx: ReadCtx, id: string): Promise<ImportRecord> {
  const [row] = await ctx.db.select().from(imports).where(sameImport(ctx, id));
  if (!row) throw notFound();
  return recordOf(row);
}

export async function changeImport(
  ctx: ReadCtx & ClockCtx,
  record: ImportRecord,
  changed: Partial<ImportRecord>,
): Promise<ImportRecord> {
  const [row] = await ctx.db
    .update(imports)
    .set({ ...changed, version: record.version + 1, updated_at: ctx.now.toString() } as Partial<
      typeof imports.$inferInsert
    >)
    .where(and(eq(imports.organization_id, ctx.organization_id), eq(imports.id, record.id)))
    .returning();
  if (!row) throw notFound();
  return recordOf(row);
}

/** Adds the first rows, unless the import is in progress and polled every second. */
export async function present(ctx: ReadCtx, record: ImportRecord): Promise<z.input<typeof importJob>> {
  const date_format_evidence = record.date_format_evidence as z.input<typeof importJob>["date_format_evidence"];
  if (isMoving(record.status)) return { ...record, date_format_evidence, sample: [], created_plans: [] };
  return {
    ...record,
    date_format_evidence,
    sample: await firstRows(ctx, record),
    created_plans: await plansOf(ctx, record),
  };
}

async function firstRows(ctx: ReadCtx, record: ImportRecord): Promise<string[][]> {
  const rows = await ctx.db
    .select({ raw: importRows.raw })
    .from(importRows)
    .where(isRowOf(ctx.organization_id, record.id))
    .orderBy(asc(importRows.row_number))
    .limit(5);
  return rows.map(({ raw }) => raw);
}

async function plansOf({ db, organization_id }: ReadCtx, { id }: ImportRecord): Promise<string[]> {
  const plans = await db
    .select({ name: membershipPlans.name })
    .from(membershipPlans)
    .where(and(eq(membershipPlans.organization_id, organization_id), eq(membershipPlans.import_id, id)))
    .orderBy(asc(membershipPlans.name));
  return plans.map(({ name }) => name);
}

export const isMoving = (status: string): boolean => status === "checking" || status === "running";

/**
 * A3, A12: a bound caller sees an import only if all its rows go to their locations. An import with a location column must have
 * been created with these locations.
 */
export function importsWithinReach(location_ids: Caller["location_ids"]): SQL | undefined {
  if (location_ids === null) return undefined;
  const reach = sql`${sql.param([...location_ids])}::uuid[]`;
  return sql`((${imports.options} ->> 'location_id')::uuid = any(${reach})
    and (coalesce(${imports.location_ids} <@ ${reach}, false)
      or not jsonb_path_exists(${imports.mapping}, '$.* ? (@ == "location")')))`;
}

const sameImport = ({ organization_id, caller }: Omit<ReadCtx, "db">, id: string) =>
  and(eq(imports.organization_id, organization_id), eq(imports.id, id), importsWithinReach(caller.location_ids));
