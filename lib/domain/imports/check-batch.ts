import { and, asc, inArray } from "drizzle-orm";
import { importRows, locations, membershipPlans } from "@/db/schema";
import { isKnownNumber } from "@/lib/domain/members";
import { isOnSale } from "@/lib/domain/memberships/plans";
import { isOpenLocation } from "@/lib/domain/organization/locations";
import { Problem } from "@/lib/kernel/errors";
import type { ClockCtx } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import type { Currency } from "@/lib/values/currency";
import type { ImportRecord } from "./find";
import type { ParseOptions } from "./parse/imported-row";
import { parseRow } from "./parse/parse-row";
import { type PrepareContext, type Prepared, prepareRow } from "./prepared-row";
import { namesOf } from "./resolve-names";
import { isRowOf } from "./row-of";
import { mapInSlices } from "./slices";
import { saveRowResults } from "./write-rows";

const rowsPerBatch = 1_000;

/** Validates the next rows of the file. Returns their number. */
export async function checkBatch(ctx: ClockCtx, record: ImportRecord): Promise<number> {
  const rows = await ctx.db
    .select({ row_number: importRows.row_number, raw: importRows.raw })
    .from(importRows)
    .where(isRowOf(ctx.organization_id, record.id, "pending"))
    .orderBy(asc(importRows.row_number))
    .limit(rowsPerBatch);
  if (rows.length === 0) return 0;
  const { context, options } = await readContext(ctx, record);
  const results = await mapInSlices(rows, ({ row_number, raw }) => {
    const { row, problems } = validate(raw, record, options, context);
    return { row_number, status: row ? ("ready" as const) : ("refused" as const), parsed: row, problems };
  });
  await saveRowResults(ctx, record.id, results);
  return rows.length;
}

function validate(raw: string[], record: ImportRecord, options: ParseOptions, context: PrepareContext): Prepared {
  const parsed = parseRow(raw, record.mapping, { ...options, column_count: record.headers.length });
  if (!parsed.ok) return { row: null, problems: parsed.problems };
  const prepared = prepareRow(parsed.row, context);
  return { row: prepared.row, problems: [...parsed.problems, ...prepared.problems] };
}

async function readContext(
  ctx: ClockCtx,
  record: ImportRecord,
): Promise<{ context: PrepareContext; options: ParseOptions }> {
  const { db, organization_id } = ctx;
  const [plans, locationRows] = await Promise.all([
    db.select().from(membershipPlans).where(isOnSale(organization_id, record.location_ids)),
    db
      .select()
      .from(locations)
      .where(
        and(
          isOpenLocation(organization_id),
          record.location_ids ? inArray(locations.id, record.location_ids) : undefined,
        ),
      ),
  ]);
  const location = locationRows.find(({ id }) => id === record.options.location_id);
  if (!location) throw new Problem("import_not_ready", "The import's location no longer exists. Choose another one.");
  const { date_format, calling_code } = record.options;
  if (!date_format) throw new Problem("import_not_ready", "Choose the date format of the file first.");
  const today = dayAt(ctx.now.toString(), location.time_zone);
  const names = namesOf(plans, locationRows, record.options);
  return {
    context: { names, location_id: location.id, today },
    options: {
      date_format,
      currency: location.currency as Currency,
      today,
      isKnownPhone: isKnownNumber,
      ...(calling_code ? { calling_code } : {}),
    },
  };
}
