import { newId } from "@/db/id";
import { checkIns, membershipFreezes, membershipPlanLocations, membershipPlans, memberships } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { systemClock } from "@/lib/kernel/clock";
import { dayAt } from "@/lib/values/calendar-day";
import { localHour } from "@/lib/values/wall-time";
import type { Gym } from "./gym";

type GymRef = Pick<Gym, "organization" | "organization_id" | "location_id">;

type Terms = Partial<typeof memberships.$inferInsert> & {
  kind?: (typeof membershipPlans.$inferInsert)["kind"];
  access_hours?: (typeof membershipPlans.$inferInsert)["access_hours"];
  /** Left out: every location. */
  location_ids?: string[];
  freezes?: { from_on: string; to_on: string | null }[];
};

/** A membership with a plan of its own, inserted directly into the tables; by default open-ended since 2024. */
export async function newMembership(gym: GymRef, member_id: string, terms: Terms = {}): Promise<string> {
  const { kind = "recurring", access_hours = null, location_ids = [], freezes = [], ...fields } = terms;
  const { organization_id } = gym;
  const [id, plan_id] = [newId(), newId()];
  const plan_name = fields.plan_name ?? "Unlimited";
  const price = { price_minor: 5900, currency: gym.organization.currency };
  await inTenant({ organization_id, user_id: null }, async (db) => {
    await db.insert(membershipPlans).values({
      id: plan_id,
      organization_id,
      name: `${plan_name} ${plan_id.slice(-6)}`,
      kind,
      interval_unit: "month",
      sessions_included: fields.sessions_included ?? null,
      access_hours,
      ...price,
    });
    for (const location_id of location_ids)
      await db.insert(membershipPlanLocations).values({ organization_id, plan_id, location_id });
    await db.insert(memberships).values({
      id,
      organization_id,
      member_id,
      plan_id,
      location_id: gym.location_id,
      plan_name,
      starts_on: "2024-01-10",
      anchor_day: 10,
      ...price,
      ...fields,
    });
    for (const freeze of freezes)
      await db.insert(membershipFreezes).values({ organization_id, membership_id: id, ...freeze });
  });
  return id;
}

/** A visit put straight into the table: open unless it has a check-out. */
export async function newVisit(
  gym: GymRef,
  member_id: string,
  fields: Partial<typeof checkIns.$inferInsert> & { time_zone?: string } = {},
): Promise<string> {
  const { time_zone = "Europe/Berlin", ...rest } = fields;
  const { organization_id, location_id } = gym;
  const id = newId();
  const check_in_at = rest.check_in_at ?? systemClock.now().toString();
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(checkIns).values({
      id,
      organization_id,
      location_id,
      member_id,
      check_in_at,
      visit_on: dayAt(check_in_at, time_zone),
      local_hour: localHour(check_in_at, time_zone),
      auto_check_out_at: new Date(Date.parse(check_in_at) + 120 * 60_000).toISOString(),
      received_at: check_in_at,
      method: "manual",
      ...(rest.check_out_at ? { check_out_kind: "staff" as const } : {}),
      ...rest,
    }),
  );
  return id;
}
