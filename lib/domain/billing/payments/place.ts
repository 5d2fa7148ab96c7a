import { sellerOf } from "@/lib/domain/billing/entities";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { invalid } from "@/lib/kernel/errors";
import type { ClockCtx, ReadCtx } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";

/** Where money changes hands: its currency, its legal entity and its local day. */
export type Place = { location_id: string; currency: string; legal_entity_id: string; today: CalendarDay };

/** Throws 404 for a location out of reach. */
export async function placeOf(ctx: ReadCtx & ClockCtx, location_id: string): Promise<Place> {
  const { currency } = await getLocationRow(ctx, location_id);
  const { entity, today } = await sellerOf(ctx, location_id);
  return { location_id, currency, legal_entity_id: entity.id, today };
}

export function refuseForeignCurrency({ currency }: Place, given: string | undefined): void {
  if (given !== undefined && given !== currency)
    throw invalid("currency", `This location takes ${currency}. Enter the amount in ${currency}.`);
}
