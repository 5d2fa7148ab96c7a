import { asc, type SQL, sql } from "drizzle-orm";
import { membershipPlans } from "@/db/schema";
import { isOnSale } from "@/lib/domain/memberships/plans";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { ImportField } from "@/lib/values/import-fields";
import { choiceFor, type ImportRecord, type Summary } from "./find";
import { sameName, suggestPlan } from "./parse/suggest-plan";

const mostNames = 100;

export const columnOf = ({ mapping }: ImportRecord, field: ImportField): number | null => {
  const found = Object.entries(mapping).find(([, taken]) => taken === field)?.[0];
  return found === undefined ? null : Number(found);
};

/** The name as the check reads it: without redundant blanks. */
export const planName = (column: number): SQL =>
  sql`trim(regexp_replace(coalesce(raw->>${column}::int, ''), '\\s+', ' ', 'g'))`;

/** Maps each plan name of the file to a plan of the same name, the owner's choice, or a suggestion (X7). */
export async function listPlanChoices(
  { db, organization_id }: TenantCtx,
  record: ImportRecord,
): Promise<Summary["plans"]> {
  const column = columnOf(record, "plan");
  if (column === null) return [];
  const [named, plans] = await Promise.all([
    db.execute<{ name: string; rows: number }>(sql`
      select ${planName(column)} as name, count(*)::int as rows from import_rows
      where organization_id = ${organization_id} and import_id = ${record.id} and ${planName(column)} <> ''
      group by 1 order by 2 desc, 1 limit ${mostNames}`),
    db
      .select({ id: membershipPlans.id, name: membershipPlans.name })
      .from(membershipPlans)
      .where(isOnSale(organization_id, record.location_ids))
      .orderBy(asc(membershipPlans.name)),
  ]);
  const names = plans.map(({ name }) => name);
  const called = (name: string | null) => plans.find((plan) => plan.name === name);
  return named.rows.map(({ name, rows }) => {
    const choice = choiceFor(record.options, name);
    const isPlan = choice !== undefined && choice !== "create" && choice !== "leave_out";
    const plan = isPlan ? plans.find(({ id }) => id === choice) : called(sameName(name, names));
    const near = plan ? undefined : called(suggestPlan(name, names));
    return { name, rows, plan_id: plan?.id ?? null, suggestion: near ? { plan_id: near.id, name: near.name } : null };
  });
}
