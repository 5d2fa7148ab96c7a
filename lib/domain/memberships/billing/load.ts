import { and, eq, type SQL, sql } from "drizzle-orm";
import { locations, membershipPlans, memberships } from "@/db/schema";
import { adoptMembership, type BillingState, type BookedFreeze } from "@/lib/domain/billing/engine";
import type { ClockCtx } from "@/lib/kernel/operation";
import { addDays, type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import { billDayFrom } from "@/lib/values/membership-term";
import { defaultFreezePolicy } from "@/lib/values/membership-terms";

/** A membership with its billing state. The row is locked, so the state cannot change before `saveBilling()`. */
export type Billed = {
  row: typeof memberships.$inferSelect;
  plan: Plan;
  state: BillingState;
  /** The local day of its location. */
  today: CalendarDay;
};

type Plan = typeof membershipPlans.$inferSelect;

export const freezeRows = sql<
  BookedFreeze[]
>`(select coalesce(json_agg(json_build_object('from_on', f.from_on, 'to_on', f.to_on,
    'fee', f.fee, 'fee_to_on', f.fee_to_on, 'fee_minor', f.fee_minor) order by f.from_on), '[]')
  from membership_freezes f where f.organization_id = ${memberships.organization_id} and f.membership_id = ${memberships.id})`;

type LoadOptions = {
  /** A preview does not lock the rows. */
  is_read?: boolean;
  limit?: number;
};

/** The memberships that match, in the order of their ids, with locked rows. */
export async function loadBilled(
  { db, organization_id, now }: ClockCtx,
  condition: SQL | undefined,
  { is_read = false, limit }: LoadOptions = {},
): Promise<Billed[]> {
  const query = db
    .select({ row: memberships, plan: membershipPlans, freezes: freezeRows, time_zone: locations.time_zone })
    .from(memberships)
    .innerJoin(
      membershipPlans,
      and(
        eq(membershipPlans.organization_id, memberships.organization_id),
        eq(membershipPlans.id, memberships.plan_id),
      ),
    )
    .innerJoin(
      locations,
      and(eq(locations.organization_id, memberships.organization_id), eq(locations.id, memberships.location_id)),
    )
    .where(and(eq(memberships.organization_id, organization_id), condition))
    .orderBy(memberships.id)
    .$dynamic();
  const limited = limit === undefined ? query : query.limit(limit);
  const rows = await (is_read ? limited : limited.for("update", { of: memberships }));
  return rows.map(({ row, plan, freezes, time_zone }) => ({
    row,
    plan,
    state: stateOf(row, plan, freezes, dayAt(now.toString(), time_zone)),
    today: dayAt(now.toString(), time_zone),
  }));
}

/** The columns that a state is read from. */
export type StateRow = Pick<
  Billed["row"],
  | "billing"
  | "starts_on"
  | "ends_on"
  | "next_bill_on"
  | "cancelled_on"
  | "cancelled_at"
  | "anchor_day"
  | "price_minor"
  | "plan_name"
>;

export const stateOf = (row: StateRow, plan: Plan, freezes: BookedFreeze[], today: CalendarDay): BillingState =>
  row.billing ? { ...row.billing, freezes } : adopted(row, plan, freezes, today);

/** X3: a membership that was imported, or sold by an earlier version, is billed from its next bill day from today on. */
function adopted(row: StateRow, plan: Plan, freezes: BookedFreeze[], today: CalendarDay): BillingState {
  const { starts_on, ends_on, next_bill_on, cancelled_on, cancelled_at, anchor_day, price_minor, plan_name } = row;
  const { kind, interval_unit, interval_count, billing_day, freeze_policy } = plan;
  const policy = freeze_policy ?? defaultFreezePolicy;
  const next_on =
    (next_bill_on && billDayFrom(next_bill_on, anchor_day, plan, today)) ??
    (ends_on ? addDays(ends_on, 1) : (cancelled_on ?? starts_on));
  const state = adoptMembership({
    ...{ kind, starts_on, next_on, anchor_day, charged_minor: price_minor, discounts: [] },
    term: { plan_id: plan.id, plan_name, price_minor, interval_unit, interval_count, billing_day },
    ...{ min_term_months: plan.min_term_months, notice_days: plan.notice_days },
    ...{ freeze_extends_min_term: policy.extends_min_term, pack_freezable: policy.moves_pack_expiry },
  });
  return {
    ...state,
    // The stored day of the bill already lies behind these freezes.
    freezes: freezes.map((freeze) =>
      freeze.to_on !== null && freeze.to_on < next_on ? { ...freeze, fee: { mode: "full" } } : freeze,
    ),
    ...{ ends_on, cancelled_on, next_bill_on: cancelled_on === null ? state.next_bill_on : null },
    cancellation:
      cancelled_on === null
        ? null
        : {
            ...{ at: "day", requested_on: cancelled_at?.slice(0, 10) ?? cancelled_on },
            ...{ overrides_min_term: true, credit_unused: false },
          },
  };
}
