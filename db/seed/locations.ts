import type { Temporal } from "temporal-polyfill";
import type { locations, staff, staffLocations, users } from "@/db/schema";
import { weekdays } from "@/lib/values/opening-hours";
import type { BuiltEntities } from "./billing/entities";
import type { SeedGym, SeedLocation } from "./gym";
import { type Random, random } from "./random";
import { isoInstant, type WallClock, wallClock } from "./wall-clock";

export type BuiltLocation = {
  id: string;
  seed: SeedLocation;
  wall: WallClock;
  /** The receptionist. */
  desk_user_id: string;
  /** Opening and closing minute by weekday, Monday first; null if closed. */
  open: ({ from: number; to: number } | null)[];
};

export type Team = {
  users: (typeof users.$inferInsert)[];
  staff: (typeof staff.$inferInsert)[];
  staff_locations: (typeof staffLocations.$inferInsert)[];
  desk_user_id: string;
  manager_user_id: string;
};

export function buildLocations(gym: SeedGym, now: Temporal.Instant, desk_user_id: string): BuiltLocation[] {
  const source = random(`${gym.slug} locations`);
  return gym.locations.map((seed) => {
    const wall = wallClock(seed.time_zone, now);
    return { id: source.id(foundedAt(gym, wall)), seed, wall, desk_user_id, open: openMinutes(seed) };
  });
}

/** When the gym was founded: 9:00 at its first location. */
export const foundedAt = (gym: SeedGym, wall: WallClock): number => wall.at(wall.ago(gym.opened_days_ago), 9 * 60);

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function openMinutes({ opening_hours }: SeedLocation): BuiltLocation["open"] {
  return weekdays.map((day) => {
    const hours = opening_hours[day];
    if (!hours || hours === "24h") return hours ? { from: 0, to: 24 * 60 } : null;
    const [window] = hours;
    return window ? { from: minuteOf(window.opens), to: minuteOf(window.closes) } : null;
  });
}

export function locationRows(
  gym: SeedGym,
  organization_id: string,
  builtLocations: BuiltLocation[],
  { entityAt }: BuiltEntities,
): (typeof locations.$inferInsert)[] {
  return builtLocations.map(({ id, seed: { share: _share, streets: _streets, ...fields }, wall }) => {
    const founded_at = isoInstant(foundedAt(gym, wall));
    const legal_entity_id = entityAt(fields.name);
    return {
      ...{ id, organization_id, ...fields, legal_entity_id, currency: gym.currency },
      ...{ created_at: founded_at, updated_at: founded_at },
    };
  });
}

export function teamOf(gym: SeedGym, organization_id: string, now: Temporal.Instant, password_hash: string): Team {
  const source = random(`${gym.slug} team`);
  const [first] = gym.locations;
  const founded_ms = foundedAt(gym, wallClock(first?.time_zone ?? "UTC", now));
  const at = isoInstant(founded_ms);
  const people = gym.team.map((one) => ({ ...one, user_id: source.id(founded_ms), staff_id: source.id(founded_ms) }));
  const holder = (...roles: string[]) => people.find(({ role }) => roles.includes(role))?.user_id ?? "";
  return {
    users: people.map(({ user_id, email, name, signs_in }) =>
      userRow({ id: user_id, email, name, at, password_hash: signs_in ? password_hash : null }),
    ),
    staff: people.map(({ staff_id, user_id, role, title }) => ({
      id: staff_id,
      organization_id,
      user_id,
      role,
      title,
      created_at: at,
      updated_at: at,
    })),
    staff_locations: people.flatMap(({ staff_id, only_at }) => {
      const index = gym.locations.findIndex(({ name }) => name === only_at);
      const location_id = buildLocations(gym, now, "")[index]?.id;
      return location_id ? [{ organization_id, staff_id, location_id }] : [];
    }),
    desk_user_id: holder("receptionist"),
    manager_user_id: holder("admin", "gym_owner"),
  };
}

type NewUser = {
  id: string;
  email: string;
  name: string;
  at: string;
  password_hash: string | null;
  is_super_admin?: boolean;
};

export function userRow({
  id,
  email,
  name,
  at,
  password_hash,
  is_super_admin = false,
}: NewUser): typeof users.$inferInsert {
  return { id, email, name, password_hash, is_super_admin, email_verified_at: at, created_at: at };
}

export const randomLocation = (builtLocations: BuiltLocation[], source: Random): BuiltLocation =>
  source.weighted(builtLocations.map((location) => [location, location.seed.share] as const));
