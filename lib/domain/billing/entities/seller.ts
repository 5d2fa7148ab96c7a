import { and, eq, or, sql } from "drizzle-orm";
import { legalEntities, locations, taxRates } from "@/db/schema";
import type { ClockCtx } from "@/lib/kernel/operation";
import { type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import type { TaxRate } from "@/lib/values/tax/tax-rate";

export type LegalEntity = typeof legalEntities.$inferSelect;

/** What a document needs to know of the location that sells. */
export type Seller = {
  entity: LegalEntity;
  location: { id: string; name: string; time_zone: string; currency: string };
  rates: TaxRate[];
  /** The local day. */
  today: CalendarDay;
};

const rateRows = sql<TaxRate[]>`(select coalesce(json_agg(json_build_object('tax_class', r.tax_class, 'name', r.name,
    'kind', r.kind, 'rate_ppm', r.rate_ppm, 'from_on', r.from_on, 'to_on', r.to_on) order by r.tax_class, r.name, r.from_on), '[]')
  from ${taxRates} r where r.organization_id = ${legalEntities.organization_id} and r.legal_entity_id = ${legalEntities.id})`;

/** The sellers of the locations, by location. */
export async function sellersOf(ctx: ClockCtx, location_ids: readonly string[]): Promise<ReadonlyMap<string, Seller>> {
  const { db, organization_id, now } = ctx;
  const wanted = sql.param([...new Set(location_ids)]);
  const rows = await db
    .select({
      entity: legalEntities,
      location: {
        id: locations.id,
        name: locations.name,
        time_zone: locations.time_zone,
        currency: locations.currency,
      },
      rates: rateRows,
    })
    .from(locations)
    .innerJoin(
      legalEntities,
      and(
        eq(legalEntities.organization_id, locations.organization_id),
        or(
          eq(legalEntities.id, locations.legal_entity_id),
          sql`${locations.legal_entity_id} is null and ${legalEntities.is_default}`,
        ),
      ),
    )
    .where(and(eq(locations.organization_id, organization_id), sql`${locations.id} = any(${wanted}::uuid[])`));
  return new Map(
    rows.map((row) => [row.location.id, { ...row, today: dayAt(now.toString(), row.location.time_zone) }]),
  );
}

/** The seller of one location, which exists. */
export async function sellerOf(ctx: ClockCtx, location_id: string): Promise<Seller> {
  return sellerAt(await sellersOf(ctx, [location_id]), location_id);
}

export function sellerAt(sellers: ReadonlyMap<string, Seller>, location_id: string): Seller {
  const seller = sellers.get(location_id);
  if (!seller) throw new Error(`The location ${location_id} has no seller`);
  return seller;
}
