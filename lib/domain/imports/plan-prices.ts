import { sql } from "drizzle-orm";
import type { ClockCtx } from "@/lib/kernel/operation";
import type { Currency } from "@/lib/values/currency";
import { choiceFor, type ImportRecord, type Summary } from "./find";
import { readPrice } from "./parse/parse-terms";
import { RowReader } from "./parse/row-reader";
import { sameName } from "./parse/suggest-plan";
import { columnOf, listPlanChoices, planName } from "./plan-choices";

/** Bounds the answer; a column with more different prices proposes none of them. */
const mostPrices = 2_000;
const pricesShown = 5;

type Priced = Summary["plans"][number] & {
  prices_minor: number[];
  proposed_price_minor: number | null;
  same_as: string | null;
};

/** X16: the plan names of the file, with what their rows cost as a proposal for the price of a new plan. */
export async function readPlans(ctx: ClockCtx, record: ImportRecord, currency: string): Promise<Priced[]> {
  const [names, prices] = await Promise.all([listPlanChoices(ctx, record), readPrices(ctx, record, currency)]);
  const created = names.filter(({ name }) => choiceFor(record.options, name) === "create").map(({ name }) => name);
  return names.map((one) => {
    const ofPlan = [...(prices.get(one.name) ?? [])].sort(([, a], [, b]) => b - a).map(([minor]) => minor);
    const earlier = created.slice(0, Math.max(0, created.indexOf(one.name)));
    return {
      ...one,
      prices_minor: ofPlan.slice(0, pricesShown),
      proposed_price_minor: ofPlan.length === 1 ? (ofPlan[0] ?? null) : null,
      same_as: sameName(one.name, earlier),
    };
  });
}

/** The number of rows by plan name and price. */
async function readPrices(
  { db, organization_id, now }: ClockCtx,
  record: ImportRecord,
  code: string,
): Promise<Map<string, Map<number, number>>> {
  const [plan, price] = [columnOf(record, "plan"), columnOf(record, "price")];
  const found = new Map<string, Map<number, number>>();
  if (plan === null || price === null) return found;
  const { rows } = await db.execute<{ name: string; cell: string; rows: number }>(sql`
    select ${planName(plan)} as name, raw->>${price}::int as cell, count(*)::int as rows from import_rows
    where organization_id = ${organization_id} and import_id = ${record.id} and ${planName(plan)} <> ''
    group by 1, 2 limit ${mostPrices + 1}`);
  if (rows.length > mostPrices) return found;
  const options = { date_format: "iso", currency: code as Currency, today: now.toString().slice(0, 10) } as const;
  for (const { name, cell, rows: times } of rows) {
    const minor = readPrice(new RowReader([cell ?? ""], { "0": "price" }, options), options);
    if (minor === null) continue;
    const ofPlan = found.get(name) ?? new Map<number, number>();
    found.set(name, ofPlan.set(minor, (ofPlan.get(minor) ?? 0) + times));
  }
  return found;
}
