import { newId } from "@/db/id";
import { membershipPlans, memberships } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import type { Gym } from "./gym";

type Fields = Partial<typeof memberships.$inferInsert>;

/** A membership put straight into the tables, with a plan of its own; tests of selling use the verb. */
export async function sellMembership(
  gym: Pick<Gym, "organization_id" | "location_id" | "organization">,
  member_id: string,
  fields: Fields = {},
): Promise<string> {
  const { organization_id, location_id, organization } = gym;
  const id = newId();
  const plan_id = newId();
  const name = fields.plan_name ?? `Unlimited ${plan_id.slice(-6)}`;
  await inTenant({ organization_id, user_id: null }, async (db) => {
    await db.insert(membershipPlans).values({
      id: plan_id,
      organization_id,
      name,
      kind: "recurring",
      price_minor: 5_900,
      currency: organization.currency,
      interval_unit: "month",
    });
    await db.insert(memberships).values({
      id,
      organization_id,
      member_id,
      plan_id,
      location_id,
      plan_name: name,
      price_minor: 5_900,
      currency: organization.currency,
      starts_on: "2024-01-10",
      anchor_day: 10,
      ...fields,
    });
  });
  return id;
}
