import type { members, membershipFreezes, memberships } from "@/db/schema";
import { searchColumns } from "@/lib/domain/members/search/search-columns";
import { columnsOf } from "@/lib/domain/memberships/billing";
import { CANCELLED_DAYS_BEFORE } from "./billing/acts";
import { type BilledMembership, soldAt } from "./billing/bills";
import { dayPlus } from "./days";
import type { SeedGym, SeedPlan } from "./gym";
import { DAYS_OF_HISTORY } from "./history";
import type { SeedMembership } from "./memberships";
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

/** Assigns the membership ids, because visits reference them. */
export function sell(person: Person, plan_ids: Map<SeedPlan, string>): SoldMembership[] {
  const { wall } = person.location;
  return person.memberships.map((membership, index) => {
    const membership_id = person.random.id(soldAt(person, membership, index).at_ms);
    const is_history =
      membership.plan.sessions_included && membership.ends_on && membership.ends_on < wall.ago(DAYS_OF_HISTORY);
    const sessions_used = is_history ? person.random.integer(5, membership.plan.sessions_included ?? 0) : 0;
    return { ...membership, plan_id: plan_ids.get(membership.plan) ?? "", membership_id, sessions_used };
  });
}

export function soldRows(person: Person, sold: BilledMembership[], context: Context): Sold {
  const { wall } = person.location;
  const rows = sold.map((membership): typeof memberships.$inferInsert => {
    const at = isoInstant(membership.sold_at_ms);
    const { plan, state, cancelled_on } = membership;
    const cancelled_ms =
      cancelled_on && Math.max(person.joined_ms, wall.at(dayPlus(cancelled_on, -CANCELLED_DAYS_BEFORE), 15 * 60));
    return {
      id: membership.membership_id,
      organization_id: context.organization_id,
      member_id: person.id,
      location_id: person.location.id,
      ...(state ? columnsOf(state, wall.today) : endedColumns(membership)),
      joining_fee_minor: membership.joining_fee_minor,
      currency: context.gym.currency,
      sessions_included: plan.sessions_included,
      sessions_used: membership.sessions_used,
      payer_company_id: membership.company_id,
      cancelled_at: cancelled_ms ? isoInstant(cancelled_ms) : null,
      cancel_reason: cancelled_on ? person.random.pick(context.gym.cancel_reasons) : null,
      sold_by: context.desk_user_id,
      created_at: at,
      updated_at: at,
    };
  });
  const freezes = sold.flatMap(({ freeze, membership_id, state }) => {
    if (!freeze) return [];
    const booked = state?.freezes.find(({ from_on }) => from_on === freeze.from_on);
    const asked_ms = wall.at(dayPlus(freeze.from_on, -2), 12 * 60);
    return {
      id: person.random.id(asked_ms),
      organization_id: context.organization_id,
      membership_id,
      from_on: freeze.from_on,
      to_on: freeze.to_on,
      reason: person.random.pick(["Travel", "Injury", "Work abroad", "Illness"]),
      fee: booked?.fee ?? ({ mode: "none" } as const),
      fee_to_on: booked?.fee_to_on ?? null,
      fee_minor: booked?.fee_minor ?? 0,
      created_at: isoInstant(asked_ms),
    };
  });
  return { memberships: rows, freezes };
}

/** Of a membership that had ended before the gym billed with this software. */
function endedColumns({ plan, plan_id, price_minor, starts_on, ends_on, cancelled_on }: BilledMembership) {
  return {
    ...{ billing: null, plan_id, plan_name: plan.name, price_minor, starts_on, anchor_day: Number(starts_on.slice(8)) },
    ...{ fee_due_on: null, next_bill_on: null, ends_on, cancelled_on, next_plan_id: null, next_plan_on: null },
  };
}
