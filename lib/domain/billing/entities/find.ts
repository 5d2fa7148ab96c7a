import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { legalEntities } from "@/db/schema";
import { notFound } from "@/lib/kernel/errors";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { LegalEntity } from "./seller";

export type EntityWithLocations = LegalEntity & { location_ids: string[] };

/** The open locations that sell in its name: those that are assigned to it, and for the default one those without any. */
const locationIds = sql<string[]>`(select coalesce(json_agg(l.id order by l.name, l.id), '[]') from locations l
  where l.organization_id = legal_entities.organization_id and l.archived_at is null
    and (l.legal_entity_id = legal_entities.id or (l.legal_entity_id is null and legal_entities.is_default)))`;

/** The default one first, then by name. */
export function findEntities({ db, organization_id }: TenantCtx, condition?: SQL): Promise<EntityWithLocations[]> {
  return db
    .select({ entity: legalEntities, location_ids: locationIds })
    .from(legalEntities)
    .where(and(eq(legalEntities.organization_id, organization_id), condition))
    .orderBy(sql`${legalEntities.is_default} desc`, asc(legalEntities.legal_name), asc(legalEntities.id))
    .then((rows) => rows.map(({ entity, location_ids }) => ({ ...entity, location_ids })));
}

export async function getEntityRow(ctx: TenantCtx, id: string): Promise<EntityWithLocations> {
  const [row] = await findEntities(ctx, eq(legalEntities.id, id));
  if (!row) throw notFound();
  return row;
}

/** Locks it, so that what is checked of it holds until the transaction ends. */
export async function lockEntity(ctx: TenantCtx, id: string): Promise<EntityWithLocations> {
  await ctx.db
    .select({ id: legalEntities.id })
    .from(legalEntities)
    .where(and(eq(legalEntities.organization_id, ctx.organization_id), eq(legalEntities.id, id)))
    .for("update");
  return getEntityRow(ctx, id);
}
