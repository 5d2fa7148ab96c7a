import { and, eq, type SQL, sql } from "drizzle-orm";
import { locations, members, membershipPlans, memberships } from "@/db/schema";
import type { Output } from "@/lib/contracts/contract";
import type { getMembership } from "@/lib/contracts/memberships/memberships";
import { withinReach } from "@/lib/domain/organization/locations";
import { notFound } from "@/lib/kernel/errors";
import type { ClockCtx, ReadCtx } from "@/lib/kernel/operation";
import { addDays } from "@/lib/values/calendar-day";
import { billDayFrom } from "@/lib/values/membership-term";
import { currentOrNextFreeze, localDay, membershipStatusOn } from "./rules";

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
      plan_id: memberships.plan_id,
      plan_name: memberships.plan_name,
      kind: membershipPlans.kind,
      location_id: memberships.location_id,
      location_name: locations.name,
      today: sql<string>`${today}::text`,
      status: membershipStatusOn("memberships", today),
      price_minor: memberships.price_minor,
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
      arrears_minor: memberships.arrears_minor,
      arrears_since_on: memberships.arrears_since_on,
      next_plan: nextPlan,
      freeze: currentOrNextFreeze("memberships", today),
      cancelled_at: memberships.cancelled_at,
      cancelled_on: memberships.cancelled_on,
      cancel_reason: memberships.cancel_reason,
      created_at: memberships.created_at,
      version: memberships.version,
    })
    .from(memberships)
    .innerJoin(
      members,
      and(eq(members.organization_id, memberships.organization_id), eq(members.id, memberships.member_id)),
    )
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
    .where(
      and(eq(memberships.organization_id, organization_id), withinReach(caller, memberships.location_id), condition),
    )
    .$dynamic();
}

/** D2: the plan change that waits for its day. */
const nextPlan = sql<Output<typeof getMembership>["next_plan"]>`case when ${memberships.next_plan_id} is not null then
  json_build_object('plan_id', ${memberships.next_plan_id}, 'from_on', ${memberships.next_plan_on}, 'plan_name',
    (select n.name from membership_plans n
      where n.organization_id = ${memberships.organization_id} and n.id = ${memberships.next_plan_id})) end`;

export type MembershipRow = Awaited<ReturnType<typeof selectMemberships>>[number];

export async function getMembershipRow(ctx: ReadCtx & ClockCtx, id: string): Promise<MembershipRow> {
  const [row] = await selectMemberships(ctx, eq(memberships.id, id));
  if (!row) throw notFound();
  return row;
}

/** The stored billing day may be in the past; the response has the first one from today on. */
export function toResponse(row: MembershipRow): Output<typeof getMembership> {
  const { next_bill_on, anchor_day, today, cancelled_on, ends_on } = row;
  if (row.status === "cancelled" || row.status === "expired")
    return { ...row, next_bill_on: null, period_ends_on: null };
  const next = next_bill_on && billDayFrom(next_bill_on, anchor_day, row, today);
  const after = cancelled_on ?? next;
  return { ...row, next_bill_on: next, period_ends_on: after ? addDays(after, -1) : ends_on };
}
