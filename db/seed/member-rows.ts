import type { members, membershipFreezes, memberships } from "@/db/schema";
import { searchColumns } from "@/lib/domain/members/search/search-columns";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { freezeOn } from "@/lib/values/membership-rules/freeze";
import { dayPlus } from "./days";
import type { SeedGym, SeedPlan } from "./gym";
import { DAYS_OF_HISTORY } from "./history";
import { nextBill, type SeedMembership } from "./memberships";
import type { Person } from "./people";
import { isoInstant } from "./wall-clock";

export type SoldMembership = SeedMembership & { plan_id: string; membership_id: string; sessions_used: number };

type Context = { gym: SeedGym; organization_id: string; desk_user_id: string };

export function memberRow(person: Person, { gym, organization_id }: Context): typeof members.$inferInsert {
  const { first_name, last_name, email, phone, code, location, joined_ms, random } = person;
  const joined_at = isoInstant(joined_ms);
  const consents = random.chance(0.55);
  const contact = random.chance(0.4) ? emergencyContact(person, gym) : null;
  const [street] = random.shuffled(location.seed.streets);
  const banned_on =
    person.status === "expired" && random.chance(0.05) ? location.wall.ago(random.integer(3, 30)) : null;
  return {
    id: person.id,
    organization_id,
    member_code: code,
    user_id: null,
    first_name,
    last_name,
    email,
    phone,
    is_phone_known: phone === null ? null : true,
    birth_on: person.birth_on,
    gender: random.chance(0.04) ? "undisclosed" : person.gender,
    address: random.chance(0.35) ? `${random.integer(10, 480)} ${street}` : null,
    notes: random.chance(0.09) ? random.pick(gym.notes) : null,
    tags: tagsOf(person, gym),
    home_location_id: location.id,
    joined_on: person.joined_on,
    emergency_contact_name: contact?.name ?? null,
    emergency_contact_phone: contact?.phone ?? null,
    emergency_contact_relation: contact?.relation ?? null,
    marketing_consent_at: consents ? joined_at : null,
    marketing_consent_source: consents ? random.pick(["staff", "member"] as const) : null,
    waiver_signed_at: random.chance(0.93) ? joined_at : null,
    guardian_signed_at: isMinor(person) ? joined_at : null,
    banned_at: banned_on && isoInstant(location.wall.at(banned_on, 19 * 60)),
    ban_reason: banned_on ? "Shared the pass twice." : null,
    ...searchColumns({ first_name, last_name, email, phone, member_code: code }),
    created_at: joined_at,
    updated_at: joined_at,
  };
}

const isMinor = ({ birth_on, location }: Person): boolean =>
  birth_on !== null && birth_on > dayPlus(location.wall.today, -6_600);

function tagsOf({ random, habit, status, joined_on, location }: Person, gym: SeedGym): string[] {
  const tags = random.shuffled(gym.tags).slice(
    0,
    random.weighted([
      [0, 58],
      [1, 30],
      [2, 10],
      [3, 2],
    ] as const),
  );
  if (joined_on > location.wall.ago(30)) tags.push("new here");
  if (habit.decline?.to === 0 && status === "active") tags.push("call back");
  return tags;
}

function emergencyContact({ random, last_name, gender }: Person, gym: SeedGym) {
  const relation = random.pick(["partner", "mother", "father", "brother", "sister", "friend"]);
  const pool = random.weighted(gym.names.map((one) => [one, one.weight] as const));
  const is_female = ["mother", "sister"].includes(relation) || (relation === "partner" && gender === "male");
  const family = relation === "friend" || last_name === "" ? random.pick(pool.last) : last_name;
  return {
    name: `${random.pick(is_female ? pool.female : pool.male)} ${family}`,
    phone: gym.phone(random.integer(0, 700)),
    relation,
  };
}

type Sold = {
  memberships: (typeof memberships.$inferInsert)[];
  freezes: (typeof membershipFreezes.$inferInsert)[];
};

/** In advance for memberships that start in the future. Independent of the current time of day. */
function soldAt({ joined_ms, location }: Person, { starts_on }: SeedMembership): number {
  const { wall } = location;
  return Math.max(joined_ms, Math.min(wall.at(starts_on, 11 * 60), wall.at(wall.ago(1), 18 * 60)));
}

/** Assigns the membership ids, because visits reference them. */
export function sell(person: Person, plan_ids: Map<SeedPlan, string>): SoldMembership[] {
  const { wall } = person.location;
  return person.memberships.map((membership) => {
    const membership_id = person.random.id(soldAt(person, membership));
    const is_history =
      membership.plan.sessions_included && membership.ends_on && membership.ends_on < wall.ago(DAYS_OF_HISTORY);
    const sessions_used = is_history ? person.random.integer(5, membership.plan.sessions_included ?? 0) : 0;
    return { ...membership, plan_id: plan_ids.get(membership.plan) ?? "", membership_id, sessions_used };
  });
}

export function soldRows(person: Person, sold: SoldMembership[], context: Context): Sold {
  const { wall } = person.location;
  const rows = sold.map((membership): typeof memberships.$inferInsert => {
    const at = isoInstant(soldAt(person, membership));
    const { plan } = membership;
    const cancelled_ms =
      membership.cancelled_on && Math.max(person.joined_ms, wall.at(dayPlus(membership.cancelled_on, -16), 15 * 60));
    return {
      id: membership.membership_id,
      organization_id: context.organization_id,
      member_id: person.id,
      plan_id: membership.plan_id,
      location_id: person.location.id,
      plan_name: plan.name,
      price_minor: plan.price_minor,
      joining_fee_minor: membership === sold[0] ? plan.joining_fee_minor : 0,
      currency: context.gym.currency,
      starts_on: membership.starts_on,
      ends_on: membership.ends_on,
      anchor_day: Number(membership.starts_on.slice(8)),
      next_bill_on: nextBillOn(membership, wall.today),
      sessions_included: plan.sessions_included,
      sessions_used: membership.sessions_used,
      arrears_since_on: membership.arrears_since_on,
      arrears_minor: membership.arrears_since_on ? plan.price_minor : 0,
      cancelled_at: cancelled_ms ? isoInstant(cancelled_ms) : null,
      cancelled_on: membership.cancelled_on,
      cancel_reason: membership.cancelled_on ? person.random.pick(context.gym.cancel_reasons) : null,
      sold_by: context.desk_user_id,
      created_at: at,
      updated_at: at,
    };
  });
  const freezes = sold.flatMap(({ freeze, membership_id }) => {
    if (!freeze) return [];
    const asked_ms = wall.at(dayPlus(freeze.from_on, -2), 12 * 60);
    return {
      id: person.random.id(asked_ms),
      organization_id: context.organization_id,
      membership_id,
      from_on: freeze.from_on,
      to_on: freeze.to_on,
      reason: person.random.pick(["Travel", "Injury", "Work abroad", "Illness"]),
      created_at: isoInstant(asked_ms),
    };
  });
  return { memberships: rows, freezes };
}

/** A freeze postpones the next bill. Without an end date there is none. */
function nextBillOn(membership: SeedMembership, today: CalendarDay): CalendarDay | null {
  if (membership.plan.kind !== "recurring" || membership.cancelled_on) return null;
  const freeze = freezeOn({ freezes: membership.freeze ? [membership.freeze] : [] }, today);
  return freeze ? freeze.to_on && nextBill(membership, freeze.to_on) : nextBill(membership, today);
}
