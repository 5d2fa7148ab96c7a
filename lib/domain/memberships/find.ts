import { and, eq, type SQL, sql } from "drizzle-orm";
import { locations, members, membershipPlans, memberships } from "@/db/schema";
import type { Output } from "@/lib/contracts/contract";
import type { getMembership } from "@/lib/contracts/memberships/memberships";
import { type BillingState, billThrough, cancelMembership, EngineRefusal } from "@/lib/domain/billing/engine";
import { withinReach } from "@/lib/domain/organization/locations";
import { notFound } from "@/lib/kernel/errors";
import type { ClockCtx, ReadCtx } from "@/lib/kernel/operation";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { billingStateOf, freezeRows } from "./billing";
import {
  currentOrNextFreeze,
  hasNextPlan,
  localDay,
  membershipStatusOn,
  overdueMinor,
  overdueSince,
  planIdOn,
  planNameOn,
  planPriceOn,
} from "./rules";

/** Memberships with every column of the response, in one statement, within the caller's reach (A3). */
export function selectMemberships(
  { db, caller, now, organization_id }: ReadCtx & ClockCtx,
  condition: SQL | undefined,
) {
  const today = localDay("locations", now);
  return db
    .select({
      id: memberships.id,
      member_id: memberships.member_id,
      member_name: sql<string>`trim(${members.first_name} || ' ' || ${members.last_name})`,
      plan_id: planIdOn("memberships", today),
      plan_name: planNameOn("memberships", "membership_plans", today),
      kind: membershipPlans.kind,
      location_id: memberships.location_id,
      location_name: locations.name,
      today: sql<string>`${today}::text`,
      status: membershipStatusOn("memberships", today),
      price_minor: planPriceOn("memberships", today),
      joining_fee_minor: memberships.joining_fee_minor,
      currency: memberships.currency,
      interval_unit: membershipPlans.interval_unit,
      interval_count: membershipPlans.interval_count,
      starts_on: memberships.starts_on,
      ends_on: memberships.ends_on,
      anchor_day: memberships.anchor_day,
      next_bill_on: memberships.next_bill_on,
      sessions_included: memberships.sessions_included,
      sessions_used: memberships.sessions_used,
      overdue_minor: overdueMinor("memberships", today),
      overdue_since_on: overdueSince("memberships", today),
      next_plan: nextPlanAfter(today),
      freeze: currentOrNextFreeze("memberships", today),
      cancelled_at: memberships.cancelled_at,
      cancelled_on: memberships.cancelled_on,
      cancel_reason: memberships.cancel_reason,
      payer: payerOfRow,
      renewed_from_id: memberships.renewed_from_id,
      renewed_by_id: renewedBy,
      transferred_from_id: memberships.transferred_from_id,
      created_at: memberships.created_at,
      version: memberships.version,
      // What the engine needs; no part of the response.
      facts: {
        billing: memberships.billing,
        freezes: freezeRows,
        billing_day: membershipPlans.billing_day,
        freeze_policy: membershipPlans.freeze_policy,
        min_term_months: membershipPlans.min_term_months,
        notice_days: membershipPlans.notice_days,
      },
    })
    .from(memberships)
    .innerJoin(
      members,
      and(eq(members.organization_id, memberships.organization_id), eq(members.id, memberships.member_id)),
    )
    .innerJoin(
      locations,
      and(eq(locations.organization_id, memberships.organization_id), eq(locations.id, memberships.location_id)),
    )
    .innerJoin(
      membershipPlans,
      and(
        eq(membershipPlans.organization_id, memberships.organization_id),
        eq(membershipPlans.id, planIdOn("memberships", today)),
      ),
    )
    .where(
      and(eq(memberships.organization_id, organization_id), withinReach(caller, memberships.location_id), condition),
    )
    .$dynamic();
}

/** D2: the plan change that waits for its day. */
const nextPlanAfter = (today: SQL) => sql<
  Output<typeof getMembership>["next_plan"]
>`case when ${memberships.next_plan_id} is not null and not ${hasNextPlan("memberships", today)} then
  json_build_object('plan_id', ${memberships.next_plan_id}, 'from_on', ${memberships.next_plan_on}, 'plan_name',
    (select n.name from membership_plans n
      where n.organization_id = ${memberships.organization_id} and n.id = ${memberships.next_plan_id})) end`;

/** J2. */
const payerOfRow = sql<Output<typeof getMembership>["payer"]>`case
  when ${memberships.payer_member_id} is not null then
    (select json_build_object('kind', 'member', 'id', pm.id, 'name', trim(pm.first_name || ' ' || pm.last_name)) from members pm
      where pm.organization_id = ${memberships.organization_id} and pm.id = ${memberships.payer_member_id})
  when ${memberships.payer_company_id} is not null then
    (select json_build_object('kind', 'company', 'id', pc.id, 'name', pc.name) from companies pc
      where pc.organization_id = ${memberships.organization_id} and pc.id = ${memberships.payer_company_id}) end`;

const renewedBy = sql<string | null>`(select r.id from memberships r
  where r.organization_id = ${memberships.organization_id} and r.renewed_from_id = ${memberships.id})`;

export type MembershipRow = Awaited<ReturnType<typeof selectMemberships>>[number];

export async function getMembershipRow(ctx: ReadCtx & ClockCtx, id: string): Promise<MembershipRow> {
  const [row] = await selectMemberships(ctx, eq(memberships.id, id));
  if (!row) throw notFound();
  return row;
}

/** The days follow from the engine: the first bill from today on, and the end of a cancellation with its notice and minimum term. */
export function toResponse({ facts, ...row }: MembershipRow): Output<typeof getMembership> {
  if (row.status === "cancelled" || row.status === "expired")
    return { ...row, next_bill_on: null, period_ends_on: null };
  const { freezes, billing, ...plan } = facts;
  const stored = billingStateOf({ ...row, billing }, { ...row, ...plan, id: row.plan_id }, freezes, row.today);
  const { state } = billThrough(stored, addDays(row.today, -1));
  return { ...row, next_bill_on: state.next_bill_on, period_ends_on: periodEnd(state, row.today) };
}

/** F1. Null where the end is not known, because a freeze has none. */
function periodEnd(state: BillingState, today: CalendarDay): CalendarDay | null {
  const { cancelled_on } = state.cancellation ? state : cancelledAtPeriodEnd(state, today);
  return cancelled_on && addDays(cancelled_on, -1);
}

function cancelledAtPeriodEnd(state: BillingState, on: CalendarDay): Pick<BillingState, "cancelled_on"> {
  try {
    const request = { at: "period_end", on, overrides_min_term: false, credit_unused: false } as const;
    return cancelMembership(state, request).state;
  } catch (error) {
    if (error instanceof EngineRefusal) return { cancelled_on: null };
    throw error;
  }
}
