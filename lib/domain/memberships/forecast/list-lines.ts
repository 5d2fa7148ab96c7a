import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { locations, members } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/forecast";
import { explain, keyOf } from "@/lib/domain/billing/engine";
import { wordsOf } from "@/lib/domain/billing/invoices";
import { labelOf } from "@/lib/domain/memberships/billing";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { operation, type TenantCtx } from "@/lib/kernel/operation";
import { checkMonth, type ForecastLine, forecastOf, placesOf } from "./compute";

type Filters = z.output<typeof contracts.listForecastLines.input>;
/** A line with the values that it is sorted by. */
type Sorted = ForecastLine & { key: readonly string[] };

export const listForecastLines = operation(contracts.listForecastLines, async (ctx, input) => {
  const { month, location_id, sort, limit, cursor } = input;
  const places = await placesOf(ctx, location_id);
  checkMonth(month, places);
  const found: ForecastLine[] = [];
  for await (const lines of forecastOf(ctx, places, month))
    for (const line of lines) if (isWanted(line, input)) found.push(line);
  const names = await namesOf(
    ctx,
    sort === "member" ? found : [], // Otherwise only those of the page are read.
  );
  const keyed = found.map((line): Sorted => ({ ...line, key: sortKey(line, sort, names) }));
  const after = cursor ? decodeCursor(cursor, keyLength).map(String) : null;
  const rows = keyed
    .filter(({ key }) => after === null || compareKeys(key, after) > 0)
    .toSorted((a, b) => compareKeys(a.key, b.key));
  const page = toPage(rows.slice(0, limit + 1), limit, ({ key }) => key);
  const shown = sort === "member" ? names : await namesOf(ctx, page.data);
  const places_of = await locationNames(ctx);
  return {
    ...page,
    data: page.data.map(({ row, line, bill_on, net_minor, tax_minor, total_minor, risk }) => ({
      ...{ bill_on, kind: line.kind, label: labelOf(line), plan_name: line.plan_name, membership_id: row.id },
      ...{ member_id: row.member_id, member_name: shown.get(row.member_id) ?? "", location_id: row.location_id },
      ...{ location_name: places_of.get(row.location_id) ?? "", currency: row.currency },
      ...{ from_on: line.from_on, to_on: line.to_on, net_minor, tax_minor, total_minor, risk },
      why: explain(line, wordsOf(ctx.organization.locale, row.currency)),
    })),
  };
});

function isWanted({ row, line, bill_on, risk }: ForecastLine, wanted: Filters): boolean {
  return (
    bill_on.slice(0, 7) === wanted.month &&
    (wanted.currency === undefined || row.currency === wanted.currency) &&
    (wanted.plan_name === undefined || line.plan_name === wanted.plan_name) &&
    (wanted.kind === undefined || line.kind === wanted.kind) &&
    (wanted.type === undefined || (line.kind === "period") === (wanted.type === "recurring")) &&
    (wanted.bill_on === undefined || bill_on === wanted.bill_on) &&
    (wanted.risk === undefined || (wanted.risk === "any" ? risk !== null : risk === wanted.risk))
  );
}

const keyLength = 4;

/** A membership has each line once, so the key is unique. */
const sortKey = (
  { row, line, bill_on }: ForecastLine,
  sort: Filters["sort"],
  names: ReadonlyMap<string, string>,
): string[] => [sort === "member" ? (names.get(row.member_id) ?? "") : "", bill_on, row.id, keyOf(line)];

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < keyLength; index++) {
    const [left, right] = [a[index] ?? "", b[index] ?? ""];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

async function namesOf(
  { db, organization_id }: TenantCtx,
  lines: readonly ForecastLine[],
): Promise<ReadonlyMap<string, string>> {
  if (lines.length === 0) return new Map();
  const ids = [...new Set(lines.map(({ row }) => row.member_id))];
  const rows = await db
    .select({ id: members.id, name: sql<string>`trim(${members.first_name} || ' ' || ${members.last_name})` })
    .from(members)
    .where(and(eq(members.organization_id, organization_id), sql`${members.id} = any(${sql.param(ids)}::uuid[])`));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function locationNames({ db, organization_id }: TenantCtx): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ id: locations.id, name: locations.name })
    .from(locations)
    .where(eq(locations.organization_id, organization_id));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
