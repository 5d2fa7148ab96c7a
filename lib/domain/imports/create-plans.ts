import { and, eq, isNull, sql } from "drizzle-orm";
import { membershipPlanLocations, membershipPlans } from "@/db/schema";
import { getLocationRow } from "@/lib/domain/organization/locations";
import type { ReadCtx } from "@/lib/kernel/operation";
import type { ImportRecord } from "./find";
import { sameName } from "./parse/suggest-plan";
import { createdTerms } from "./prepared-row";

/** Creates the selected plans: monthly, at the most frequent price in the file. */
export async function createMissingPlans(ctx: ReadCtx, record: ImportRecord): Promise<void> {
  const { db, organization_id } = ctx;
  const wanted = Object.entries(record.options.plans).flatMap(([name, choice]) => (choice === "create" ? [name] : []));
  if (wanted.length === 0) return;
  const location = await getLocationRow(ctx, record.options.location_id);
  const existing = await db
    .select({ name: membershipPlans.name })
    .from(membershipPlans)
    .where(and(eq(membershipPlans.organization_id, organization_id), isNull(membershipPlans.archived_at)));
  const names = existing.map(({ name }) => name);
  const { rows: prices } = await db.execute<{ name: string; price_minor: string }>(sql`
    select parsed->'membership'->>'plan_name' as name,
      mode() within group (order by (parsed->>'price_minor')::bigint) as price_minor
    from import_rows
    where organization_id = ${organization_id} and import_id = ${record.id} and status = 'ready'
      and parsed->>'plan_id' is null and jsonb_typeof(parsed->'membership') = 'object'
    group by 1`);
  const values: (typeof membershipPlans.$inferInsert)[] = [];
  for (const { name, price_minor } of prices) {
    // "Lite" and "lite" are the same plan.
    const known = [...names, ...values.map((plan) => plan.name)];
    if (!wanted.includes(name) || sameName(name, known)) continue;
    values.push({
      organization_id,
      import_id: record.id,
      name,
      ...createdTerms,
      price_minor: Number(price_minor),
      currency: location.currency,
    });
  }
  if (values.length === 0) return;
  const created = await db.insert(membershipPlans).values(values).returning({ plan_id: membershipPlans.id });
  // A plan without locations would be sold at all of them, which exceeds the locations of a bound caller.
  const links = (record.location_ids ?? []).flatMap((location_id) =>
    created.map(({ plan_id }) => ({ organization_id, plan_id, location_id })),
  );
  if (links.length > 0) await db.insert(membershipPlanLocations).values(links);
}
