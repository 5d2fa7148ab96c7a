import type { CalendarDay } from "@/lib/values/calendar-day";
import { toSearchText } from "@/lib/values/person-name";
import { dayPlus } from "./days";
import { type SeedGym, type SeedStatus, seedStatuses } from "./gym";
import { type Habit, habitFor } from "./habits";
import { type BuiltLocation, randomLocation } from "./locations";
import { membershipsFor, type SeedMembership } from "./memberships";
import type { WrittenName } from "./names/pool";
import { type Random, random } from "./random";

export type Person = WrittenName & {
  id: string;
  code: string;
  email: string | null;
  phone: string | null;
  birth_on: CalendarDay | null;
  status: SeedStatus;
  location: BuiltLocation;
  joined_on: CalendarDay;
  joined_ms: number;
  memberships: SeedMembership[];
  habit: Habit;
  signs_in: boolean;
  random: Random;
  /** Separate generator, because the number of draws depends on the current time. */
  visits_random: Random;
};

const BIRTHDAYS_TODAY = 3;

/** All current and former members, in the order of joining. */
export function peopleOf(gym: SeedGym, locations: BuiltLocation[]): Person[] {
  const source = random(`${gym.slug} people`);
  const all = source.shuffled(seedStatuses.flatMap((status) => Array<SeedStatus>(gym.members[status]).fill(status)));
  const drafts = all.map((status, index) => draftOf(gym, locations, status, index));
  const names = namesOf(gym, all.length, source);
  const account = gym.member_account && drafts.find((draft) => draft.location === locations[0] && visitsOften(draft));
  const mails = new Set<string>();
  const people = drafts
    .map((draft, index) => ({ ...draft, ...(names[index] as WrittenName), signs_in: draft === account }))
    .sort((a, b) => a.joined_ms - b.joined_ms)
    .map((draft, index): Person => {
      const code = `${gym.member_code_prefix}-${String(index + 1).padStart(4, "0")}`;
      const id = draft.random.id(draft.joined_ms);
      if (draft.signs_in && gym.member_account) return { ...draft, ...gym.member_account, id, code };
      return { ...draft, id, code, email: mailOf(draft, code, draft.random, mails) };
    });
  assignBirthdays(people);
  return people;
}

type Draft = Omit<Person, keyof WrittenName | "id" | "code" | "email" | "signs_in">;

function draftOf(gym: SeedGym, locations: BuiltLocation[], status: SeedStatus, index: number): Draft {
  const person = random(`${gym.slug} person ${index}`);
  const location = randomLocation(locations, person);
  const memberships = membershipsFor(status, { gym, location: location.seed, wall: location.wall, random: person });
  const joined_on = joinedOn(memberships, location, person);
  return {
    status,
    location,
    memberships,
    joined_on,
    joined_ms: location.wall.at(joined_on, person.integer(7 * 60, 20 * 60)),
    habit: habitFor(status, memberships, location.wall.today, person),
    phone: person.chance(0.94) ? gym.phone(index) : null,
    birth_on: person.chance(0.93) ? birthOn(location.wall.today, person) : null,
    random: person,
    visits_random: random(`${gym.slug} visits ${index}`),
  };
}

function visitsOften({ status, memberships, habit, joined_on, location }: Draft): boolean {
  const visits_a_week = habit.by_weekday.reduce((sum, chance) => sum + chance, 0);
  const runs_on = memberships.at(-1)?.plan.code === "UNLIMITED";
  return (
    status === "active" && runs_on && habit.decline === null && visits_a_week > 3 && joined_on < location.wall.ago(200)
  );
}

function joinedOn(memberships: SeedMembership[], { wall }: BuiltLocation, source: Random): CalendarDay {
  const [first] = memberships;
  if (!first) return wall.ago(source.integer(3, 90));
  const before = dayPlus(first.starts_on, source.chance(0.2) ? -source.integer(1, 6) : 0);
  return before < wall.today ? before : wall.ago(source.integer(1, 5));
}

function namesOf(gym: SeedGym, count: number, source: Random): WrittenName[] {
  const taken = new Set<string>();
  const drawn = Array.from({ length: count - gym.written_names.length }, () => {
    for (let attempt = 0; ; attempt++) {
      const pool = source.weighted(gym.names.map((one) => [one, one.weight] as const));
      const gender = source.chance(0.53) ? "female" : "male";
      const name: WrittenName = { first_name: source.pick(pool[gender]), last_name: source.pick(pool.last), gender };
      const key = `${name.first_name} ${name.last_name}`;
      if (taken.has(key) && attempt < 8) continue;
      taken.add(key);
      return name;
    }
  });
  return source.shuffled([...drawn, ...gym.written_names]);
}

function birthOn(today: CalendarDay, source: Random): CalendarDay {
  const years = source.chance(0.02) ? source.integer(16, 17) : Math.min(76, Math.max(19, source.normal(35, 11)));
  return dayPlus(today, -Math.round(years * 365.25) - source.integer(1, 330));
}

/** Ages are multiples of four, so that 29 February works too. */
function assignBirthdays(people: Person[]): void {
  const chosen = people.filter(({ status, signs_in }) => status === "active" && !signs_in).slice(-9);
  for (const [index, person] of chosen
    .filter((_, at) => at % 3 === 0)
    .slice(0, BIRTHDAYS_TODAY)
    .entries()) {
    const { today } = person.location.wall;
    person.birth_on = `${Number(today.slice(0, 4)) - 24 - 8 * index}${today.slice(4)}`;
  }
}

function mailOf(
  { first_name, last_name }: WrittenName,
  code: string,
  source: Random,
  taken: Set<string>,
): string | null {
  if (source.chance(0.06)) return null;
  const plain = toSearchText([first_name, last_name])
    .replace(/[^a-z0-9 ]/g, "")
    .trim()
    .replace(/ +/g, ".");
  const local = plain || code.toLowerCase();
  let email = `${local}@example.com`;
  for (let twin = 2; taken.has(email); twin++) email = `${local}${twin}@example.com`;
  taken.add(email);
  return email;
}
