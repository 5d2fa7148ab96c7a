import { and, asc, gt, inArray, sql } from "drizzle-orm";
import { importRows } from "@/db/schema";
import * as contracts from "@/lib/contracts/imports/import-rows";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { operation } from "@/lib/kernel/operation";
import { fullName } from "@/lib/values/person-name";
import { getImportRecord } from "./find";
import type { PreparedRow } from "./prepared-row";
import { rowsOfKind } from "./row-kinds";
import { isRowOf } from "./row-of";

export const listImportRows = operation(contracts.listImportRows, async (ctx, input) => {
  const { id, status, problem, kind, limit, cursor } = input;
  await getImportRecord(ctx, id);
  const [after] = cursor ? decodeCursor(cursor, 1) : [null];
  const rows = await ctx.db
    .select()
    .from(importRows)
    .where(
      and(
        isRowOf(ctx.organization_id, id),
        status ? inArray(importRows.status, status) : undefined,
        problem ? sql`${importRows.problems} @> ${JSON.stringify([{ code: problem }])}::jsonb` : undefined,
        kind ? rowsOfKind(kind) : undefined,
        typeof after === "number" ? gt(importRows.row_number, after) : undefined,
      ),
    )
    .orderBy(asc(importRows.row_number))
    .limit(limit + 1);
  const { data, next_cursor } = toPage(rows, limit, (row) => [row.row_number]);
  return {
    data: data.map((row) => ({
      ...row,
      problems: row.problems ?? [],
      forecast: forecastOf(row.parsed as PreparedRow | null),
    })),
    next_cursor,
  };
});

function forecastOf(parsed: PreparedRow | null) {
  if (!parsed) return null;
  const { membership } = parsed;
  return {
    name: fullName(parsed.first_name, parsed.last_name),
    plan_name: membership?.plan_name ?? null,
    membership_status: membership?.status ?? null,
    price_minor: parsed.charged_minor,
    balance_minor: parsed.balance?.minor ?? 0,
    next_bill_on: parsed.next_bill_on,
  };
}
