import { and, asc, inArray } from "drizzle-orm";
import { importRows, locations, membershipPlans } from "@/db/schema";
import { isKnownNumber } from "@/lib/domain/members";
import { isOnSale } from "@/lib/domain/memberships/plans";
import { isOpenLocation } from "@/lib/domain/organization/locations";
import { Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import type { Currency } from "@/lib/values/currency";
import type { ImportRecord } from "./find";
import type { ParseOptions } from "./parse/imported-row";
import { parseRow } from "./parse/parse-row";
import { type Prepared, prepareRow, type Surroundings } from "./prepared-row";
import { isRowOf } from "./row-of";
import { saveJudgements } from "./write-rows";

type Scope = Pick<Ctx<unknown>, "db" | "organization_id" | "now">;

const rowsPerBatch = 1_000;

/** Judges the next rows of the file; returns how many there were. */
export async function checkBatch(ctx: Scope, record: ImportRecord): Promise<number> {
  const rows = await ctx.db
    .select({ row_number: importRows.row_number, raw: importRows.raw })
    .from(importRows)
    .where(isRowOf(ctx.organization_id, record.id, "pending"))
    .orderBy(asc(importRows.row_number))
    .limit(rowsPerBatch);
  if (rows.length === 0) return 0;
  const surroundings = await readSurroundings(ctx, record);
  const options = parseOptions(surroundings);
  const judged = rows.map(({ row_number, raw }) => {
    const { row, problems } = judge(raw, record, options, surroundings);
    return { row_number, status: row ? ("ready" as const) : ("refused" as const), parsed: row, problems };
  });
  await saveJudgements(ctx, record.id, judged);
  return rows.length;
}

function judge(raw: string[], record: ImportRecord, options: ParseOptions, surroundings: Surroundings): Prepared {
  const parsed = parseRow(raw, record.mapping, { ...options, column_count: record.headers.length });
  if (!parsed.ok) return { row: null, problems: parsed.problems };
  const prepared = prepareRow(parsed.row, surroundings);
  return { row: prepared.row, problems: [...parsed.problems, ...prepared.problems] };
}

async function readSurroundings(ctx: Scope, record: ImportRecord): Promise<Surroundings> {
  const { db, organization_id } = ctx;
  const [plans, places] = await Promise.all([
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
  const place = places.find(({ id }) => id === record.options.location_id);
  if (!place) throw new Problem("import_not_ready", "The import's location is gone. Choose another one.");
  const now = ctx.now.toString();
  return {
    plans,
    locations: places,
    options: record.options,
    now,
    today: dayAt(now, place.time_zone),
    currency: place.currency as Currency,
  };
}

function parseOptions({ options, currency, today }: Surroundings): ParseOptions {
  if (!options.date_format) throw new Problem("import_not_ready", "Say first how the file writes its dates.");
  return {
    date_format: options.date_format,
    currency,
    today,
    isKnownPhone: isKnownNumber,
    ...(options.calling_code ? { calling_code: options.calling_code } : {}),
  };
}
