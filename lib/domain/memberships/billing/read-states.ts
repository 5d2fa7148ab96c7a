import { and, eq, inArray, type SQL } from "drizzle-orm";
import { locations, membershipPlans, memberships } from "@/db/schema";
import type { ClockCtx } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import type { Billed } from "./load";
import { billingStateOf, freezeRows, type StoredMembership } from "./state-of";

/** A membership with its state, for reading many of them: no lock, and only the columns that bills need. */
export type ReadState = Pick<Billed, "plan" | "state" | "today"> & {
  row: StoredMembership &
    Pick<
      Billed["row"],
      | "id"
      | "member_id"
      | "plan_id"
      | "location_id"
      | "currency"
      | "payer_member_id"
      | "payer_company_id"
      | "unpaid_due_on"
      | "unpaid_minor"
    >;
};

const columns = {
  ...{ id: memberships.id, member_id: memberships.member_id, plan_id: memberships.plan_id },
  ...{ location_id: memberships.location_id, currency: memberships.currency },
  ...{ payer_member_id: memberships.payer_member_id, payer_company_id: memberships.payer_company_id },
  ...{ unpaid_due_on: memberships.unpaid_due_on, unpaid_minor: memberships.unpaid_minor },
  ...{ billing: memberships.billing, starts_on: memberships.starts_on },
  ...{ ends_on: memberships.ends_on, next_bill_on: memberships.next_bill_on, anchor_day: memberships.anchor_day },
  ...{ cancelled_on: memberships.cancelled_on, cancelled_at: memberships.cancelled_at },
  ...{ price_minor: memberships.price_minor, plan_name: memberships.plan_name },
};

/** The memberships that match, in the order of their ids. Each plan is read once. */
export async function readStates(
  { db, organization_id, now }: ClockCtx,
  condition: SQL | undefined,
  limit: number,
): Promise<ReadState[]> {
  const rows = await db
    .select({ row: columns, freezes: freezeRows, time_zone: locations.time_zone })
    .from(memberships)
    .innerJoin(
      locations,
      and(eq(locations.organization_id, memberships.organization_id), eq(locations.id, memberships.location_id)),
    )
    .where(and(eq(memberships.organization_id, organization_id), condition))
    .orderBy(memberships.id)
    .limit(limit);
  if (rows.length === 0) return [];
  const plan_ids = [...new Set(rows.map(({ row }) => row.plan_id))];
  const found = await db
    .select()
    .from(membershipPlans)
    .where(and(eq(membershipPlans.organization_id, organization_id), inArray(membershipPlans.id, plan_ids)));
  const plans = new Map(found.map((plan) => [plan.id, plan]));
  const days = new Map<string, string>();
  return rows.map(({ row, freezes, time_zone }) => {
    const today = days.get(time_zone) ?? dayAt(now.toString(), time_zone);
    days.set(time_zone, today);
    const plan = plans.get(row.plan_id);
    if (!plan) throw new Error("A membership has no plan");
    return { row, plan, today, state: billingStateOf(row, plan, freezes, today) };
  });
}
