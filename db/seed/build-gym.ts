import type { Temporal } from "temporal-polyfill";
import type { companies, organizations } from "@/db/schema";
import { activityOf } from "./activity";
import { type BillingPlan, billsOf, couponPlanRows, couponRows, increaseRows, planBilling } from "./billing/bills";
import { entitiesOf } from "./billing/entities";
import type { SeedGym } from "./gym";
import { type BuiltLocation, buildLocations, foundedAt, locationRows, type Team, teamOf, userRow } from "./locations";
import { medicalRow } from "./medical-rows";
import { memberRow, sell, soldRows } from "./member-rows";
import { type Person, peopleOf } from "./people";
import { plansOf } from "./plan-rows";
import { random } from "./random";
import { busynessOf, unknownScans, visitsOf } from "./visits";
import { isoInstant } from "./wall-clock";

type Options = { now: Temporal.Instant; password_hash: string };
export type BuiltGym = ReturnType<typeof buildGym>;

/** Builds all rows of a gym at `now`. Pure. */
export function buildGym(gym: SeedGym, { now, password_hash }: Options) {
  const source = random(gym.slug);
  const [first] = buildLocations(gym, now, "") as [BuiltLocation];
  const founded_ms = foundedAt(gym, first.wall);
  const organization_id = source.id(founded_ms);
  const team = teamOf(gym, organization_id, now, password_hash);
  const { desk_user_id } = team;
  const builtLocations = buildLocations(gym, now, desk_user_id);
  const plans = plansOf(gym, organization_id, builtLocations);
  const people = peopleOf(gym, builtLocations);
  const entities = entitiesOf(gym, founded_ms);
  const { manager_user_id } = team;
  const billing = planBilling({
    ...{ gym, organization_id, desk_user_id, manager_user_id, people },
    ...{ wall: first.wall, plan_ids: plans.ids, founded_ms },
  });
  const context = { gym, organization_id, desk_user_id };
  const visitContext = { gym, organization_id, locations: builtLocations, busyness: busynessOf(gym) };
  const account = people.find(({ signs_in }) => signs_in);
  const login = account && loginOf(account, source.id(account.joined_ms), password_hash);
  const members = people.map((person) => ({
    ...memberRow(person, context),
    user_id: person === account ? (login?.id ?? null) : null,
  }));
  const histories = people.map((person) => {
    const sold = sell(person, plans.ids);
    const visits = visitsOf(person, sold, visitContext);
    const { memberships: billed, ...bills } = billsOf(person, sold, billing);
    return { ...visits, ...bills, ...soldRows(person, billed, context) };
  });
  const memberships = histories.flatMap((history) => history.memberships);
  const check_ins = histories
    .flatMap((history) => history.check_ins)
    .sort((a, b) => (a.check_in_at < b.check_in_at ? -1 : 1));
  return {
    built_locations: builtLocations,
    organization: organizationRow(gym, organization_id, isoInstant(founded_ms)),
    users: login ? [...team.users, login] : team.users,
    entities,
    locations: locationRows(gym, organization_id, builtLocations, entities),
    staff: team.staff,
    staff_locations: team.staff_locations,
    plans: plans.rows,
    plan_locations: plans.locations,
    members,
    medical: people.flatMap((person) => medicalRow(person, { organization_id, ...team })),
    memberships,
    freezes: histories.flatMap((history) => history.freezes),
    billing: {
      plan: billing,
      drafts: histories.flatMap((history) => history.drafts),
      companies: companyRows(billing.companies, organization_id, isoInstant(founded_ms)),
      coupons: couponRows(billing, first.wall),
      coupon_plans: couponPlanRows(billing),
      redemptions: histories.flatMap((history) => history.redemptions),
      increases: increaseRows(billing, first.wall),
      events: histories.flatMap((history) => history.events),
    },
    team: { desk: userOf(team, desk_user_id), manager: userOf(team, manager_user_id) },
    check_ins,
    denied_entries: [...histories.flatMap((history) => history.denied_entries), ...unknownScans(visitContext)],
    activity: activityOf(organization_id, builtLocations, team, { members, memberships, check_ins }),
  };
}

function organizationRow(gym: SeedGym, id: string, at: string): typeof organizations.$inferInsert & { id: string } {
  const { slug, name, locale, currency, brand_color, member_code_prefix } = gym;
  return { id, slug, name, locale, currency, brand_color, member_code_prefix, created_at: at, updated_at: at };
}

const companyRows = (all: BillingPlan["companies"], organization_id: string, at: string) =>
  all.map(({ members: _, ...company }): typeof companies.$inferInsert => ({
    ...{ ...company, organization_id, created_at: at, updated_at: at },
  }));

function userOf({ users: all }: Team, wanted: string) {
  const user = all.find(({ id }) => id === wanted);
  if (!user) throw new Error(`There is no user ${wanted}`);
  const { name, email } = user;
  return { id: wanted, name, email };
}

function loginOf({ email, first_name, last_name, joined_ms }: Person, id: string, password_hash: string) {
  const at = isoInstant(joined_ms);
  return userRow({ id, email: email ?? "", name: `${first_name} ${last_name}`, at, password_hash });
}
