import { sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/billing/legal-entities";
import { invalid, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { getEntityRow, lockEntity } from "./find";

/** Assigns exactly these locations. One that is left out sells in the name of the default legal entity. */
export const putEntityLocations = operation(contracts.putEntityLocations, async (ctx, { id, location_ids }) => {
  const { db, organization_id } = ctx;
  const before = await lockEntity(ctx, id);
  if (before.archived_at && location_ids.length > 0)
    throw new Problem("conflict", "This legal entity is archived. Assign the locations to another one.");
  const wanted = sql`${sql.param([...new Set(location_ids)])}::uuid[]`;
  const { rows } = await db.execute<{ id: string }>(sql`
    select id from locations where organization_id = ${organization_id} and id = any(${wanted}) order by id for update`);
  if (rows.length < new Set(location_ids).size) throw invalid("location_ids", "One of them is no location of this gym");
  await db.execute(sql`
    update locations set legal_entity_id = case when id = any(${wanted}) then ${id}::uuid end,
      version = version + 1, updated_at = ${ctx.now.toString()}
    where organization_id = ${organization_id}
      and legal_entity_id is distinct from case when id = any(${wanted}) then ${id}::uuid end
      and (legal_entity_id = ${id} or id = any(${wanted}))`);
  const after = await getEntityRow(ctx, id);
  ctx.audit({
    ...{ target_type: "legal_entity", target_id: id },
    ...{ before: { location_ids: before.location_ids }, after: { location_ids: after.location_ids } },
  });
  return after;
});
