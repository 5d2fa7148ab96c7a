import { and, eq, isNull, min } from "drizzle-orm";
import { checkIns } from "@/db/schema";
import { creditableOfMembership } from "@/lib/domain/billing/corrections";
import { sellerOf } from "@/lib/domain/billing/entities";
import type { ClockCtx, TenantCtx } from "@/lib/kernel/operation";
import { type CalendarDay, dayAt, daysBetween } from "@/lib/values/calendar-day";
import { coolingOffEnd, type LegalRules, rulesWithoutLaw } from "@/lib/values/legal-rules";
import type { Billed } from "./billing";

/** The confirmed rules of the legal entity that sells at the location. Without a confirmation no law is applied. */
export async function legalRulesAt(ctx: ClockCtx, location_id: string): Promise<LegalRules> {
  const { entity } = await sellerOf(ctx, location_id);
  return entity.legal_rules ?? rulesWithoutLaw;
}

/** F3: nobody of the staff sold it. An import was sold elsewhere. */
const isSoldOnline = ({ sold_by, import_id }: Billed["row"]): boolean => sold_by === null && import_id === null;

export const mayCancelOnline = (row: Billed["row"], { online_cancellation }: LegalRules): boolean =>
  online_cancellation === "everyone" || (online_cancellation === "sold_online" && isSoldOnline(row));

export type CoolingOffPeriod = {
  /** The last day; null while the first use, which it begins with, has not come. */
  until_on: CalendarDay | null;
  days_left: number | null;
  refund_minor: number;
};

/** F4: null where there is none, or where it is over. */
export async function coolingOffOf(
  ctx: ClockCtx,
  { row, today, state }: Billed,
  rules: LegalRules,
): Promise<CoolingOffPeriod | null> {
  const { cooling_off } = rules;
  if (!cooling_off || row.import_id !== null) return null;
  if (cooling_off.applies_to === "sold_online" && !isSoldOnline(row)) return null;
  if (state.cancelled_on !== null && state.cancelled_on <= today) return null;
  const event_on = cooling_off.from === "sale" ? await dayOf(ctx, row, row.created_at) : await firstUseOn(ctx, row);
  const until_on = event_on && coolingOffEnd(cooling_off, event_on);
  if (until_on !== null && until_on < today) return null;
  const creditable = await creditableOfMembership(ctx, row.id);
  return {
    until_on,
    days_left: until_on === null ? null : daysBetween(today, until_on),
    refund_minor: creditable.reduce((sum, { amount_minor }) => sum + amount_minor, 0),
  };
}

async function dayOf(ctx: ClockCtx, { location_id }: Billed["row"], instant: string): Promise<CalendarDay> {
  const { location } = await sellerOf(ctx, location_id);
  return dayAt(instant, location.time_zone);
}

async function firstUseOn(ctx: ClockCtx & TenantCtx, row: Billed["row"]): Promise<CalendarDay | null> {
  const [first] = await ctx.db
    .select({ at: min(checkIns.check_in_at) })
    .from(checkIns)
    .where(
      and(
        eq(checkIns.organization_id, ctx.organization_id),
        eq(checkIns.membership_id, row.id),
        isNull(checkIns.undone_at),
      ),
    );
  return first?.at ? dayOf(ctx, row, first.at) : null;
}
