import type { membershipPlanLocations, membershipPlans } from "@/db/schema";
import type { SeedGym, SeedPlan } from "./gym";
import { type BuiltLocation, foundedAt } from "./locations";
import { random } from "./random";
import { isoInstant } from "./wall-clock";

type Plans = {
  ids: Map<SeedPlan, string>;
  rows: (typeof membershipPlans.$inferInsert)[];
  locations: (typeof membershipPlanLocations.$inferInsert)[];
};

const FOUNDERS_DAYS = 420;

export function plansOf(gym: SeedGym, organization_id: string, builtLocations: BuiltLocation[]): Plans {
  const source = random(`${gym.slug} plans`);
  const { wall } = builtLocations[0] as BuiltLocation;
  const founded_ms = foundedAt(gym, wall);
  const at = isoInstant(founded_ms);
  const archived_at = isoInstant(wall.at(wall.ago(gym.opened_days_ago - FOUNDERS_DAYS), 10 * 60));
  const ids = new Map(gym.plans.map((plan) => [plan, source.id(founded_ms)] as const));
  const rows = Array.from(ids, ([{ weight: _weight, only_at: _only_at, is_archived, ...plan }, id]) => ({
    id,
    organization_id,
    ...plan,
    currency: gym.currency,
    archived_at: is_archived ? archived_at : null,
    created_at: at,
    updated_at: is_archived ? archived_at : at,
  }));
  const bound = Array.from(ids, ([{ only_at }, plan_id]) => {
    const location_id = builtLocations.find(({ seed }) => seed.name === only_at)?.id;
    return location_id ? [{ organization_id, plan_id, location_id }] : [];
  });
  return { ids, rows, locations: bound.flat() };
}
