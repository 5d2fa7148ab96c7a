import type { Temporal } from "temporal-polyfill";
import type { organizations } from "@/db/schema";
import { activityOf } from "./activity";
import type { SeedGym } from "./gym";
import { medicalRow } from "./medical-rows";
import { memberRow, sell, soldRows } from "./member-rows";
import { type Person, peopleOf } from "./people";
import { locationRows, openedAt, type Place, placesOf, teamOf, userRow } from "./place";
import { plansOf } from "./plan-rows";
import { random } from "./random";
import { busynessOf, strayScans, trafficOf } from "./visits";
import { isoInstant } from "./wall-clock";

type Terms = { now: Temporal.Instant; password_hash: string };
export type BuiltGym = ReturnType<typeof buildGym>;

/** Every row of one gym as it stands at `now`. Reads nothing but its arguments. */
export function buildGym(gym: SeedGym, { now, password_hash }: Terms) {
  const source = random(gym.slug);
  const [first] = placesOf(gym, now, "") as [Place];
  const founded_ms = openedAt(gym, first.wall);
  const organization_id = source.id(founded_ms);
  const team = teamOf(gym, organization_id, now, password_hash);
  const { desk_user_id } = team;
  const places = placesOf(gym, now, desk_user_id);
  const plans = plansOf(gym, organization_id, places);
  const people = peopleOf(gym, places);
  const context = { gym, organization_id, desk_user_id };
  const scene = { gym, organization_id, places, busyness: busynessOf(gym) };
  const account = people.find(({ signs_in }) => signs_in);
  const login = account && loginOf(account, source.id(account.joined_ms), password_hash);
  const members = people.map((person) => ({
    ...memberRow(person, context),
    user_id: person === account ? (login?.id ?? null) : null,
  }));
  const lives = people.map((person) => {
    const sold = sell(person, plans.ids);
    return { ...trafficOf(person, sold, scene), ...soldRows(person, sold, context) };
  });
  const memberships = lives.flatMap((life) => life.memberships);
  const check_ins = lives.flatMap((life) => life.check_ins).sort((a, b) => (a.check_in_at < b.check_in_at ? -1 : 1));
  return {
    places,
    organization: organizationRow(gym, organization_id, isoInstant(founded_ms)),
    users: login ? [...team.users, login] : team.users,
    locations: locationRows(gym, organization_id, places),
    staff: team.staff,
    staff_locations: team.staff_locations,
    plans: plans.rows,
    plan_locations: plans.locations,
    members,
    medical: people.flatMap((person) => medicalRow(person, { organization_id, ...team })),
    memberships,
    freezes: lives.flatMap((life) => life.freezes),
    check_ins,
    denied_entries: [...lives.flatMap((life) => life.denied_entries), ...strayScans(scene)],
    activity: activityOf(organization_id, places, team, { members, memberships, check_ins }),
  };
}

function organizationRow(gym: SeedGym, id: string, at: string): typeof organizations.$inferInsert & { id: string } {
  const { slug, name, locale, currency, brand_color, member_code_prefix } = gym;
  return { id, slug, name, locale, currency, brand_color, member_code_prefix, created_at: at, updated_at: at };
}

function loginOf({ email, first_name, last_name, joined_ms }: Person, id: string, password_hash: string) {
  const at = isoInstant(joined_ms);
  return userRow({ id, email: email ?? "", name: `${first_name} ${last_name}`, at, password_hash });
}
