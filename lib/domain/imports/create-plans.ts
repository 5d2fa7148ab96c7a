import { and, eq, isNull, sql } from "drizzle-orm";
import { membershipPlanLocations, membershipPlans } from "@/db/schema";
import type { ReadCtx } from "@/lib/kernel/operation";
import { choiceFor, type ImportRecord } from "./find";
import { newPlanFor } from "./new-plans";
import { sameName } from "./parse/suggest-plan";

/** X16: creates the plans that ready rows need, with the terms that the owner gave. */
export async function createMissingPlans(ctx: ReadCtx, record: ImportRecord, currency: string): Promise<void> {
  const { db, organization_id } = ctx;
  if (Object.keys(record.options.new_plans).length === 0) return;
  const existing = await db
    .select({ name: membershipPlans.name })
    .from(membershipPlans)
    .where(and(eq(membershipPlans.organization_id, organization_id), isNull(membershipPlans.archived_at)));
  const names = existing.map(({ name }) => name);
  const { rows } = await db.execute<{ name: string }>(sql`
    select distinct parsed->'membership'->>'plan_name' as name from import_rows
    where organization_id = ${organization_id} and import_id = ${record.id} and status = 'ready'
      and parsed->>'plan_id' is null and jsonb_typeof(parsed->'membership') = 'object'`);
  const values: (typeof membershipPlans.$inferInsert)[] = [];
  for (const { name } of rows.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    // "Lite" and "lite" are the same plan.
    const known = [...names, ...values.map((plan) => plan.name)];
    const plan = newPlanFor(record.options, name);
    if (!plan || choiceFor(record.options, name) !== "create" || sameName(name, known)) continue;
    const { is_free: _, ...terms } = plan;
    values.push({ organization_id, import_id: record.id, name, ...terms, currency });
  }
  if (values.length === 0) return;
  const created = await db.insert(membershipPlans).values(values).returning({ plan_id: membershipPlans.id });
  // A plan without locations would be sold at all of them, which exceeds the locations of a bound caller.
  const links = (record.location_ids ?? []).flatMap((location_id) =>
    created.map(({ plan_id }) => ({ organization_id, plan_id, location_id })),
  );
  if (links.length > 0) await db.insert(membershipPlanLocations).values(links);
}
