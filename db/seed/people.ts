import type { CalendarDay } from "@/lib/values/calendar-day";
import { searchText } from "@/lib/values/person-name";
import { dayPlus } from "./days";
import { type SeedGym, type Standing, standings } from "./gym";
import { type Habit, habitFor } from "./habits";
import type { WrittenName } from "./names/pool";
import { type Place, randomPlace } from "./place";
import { type Random, random } from "./random";
import { type Term, termsFor } from "./terms";

export type Person = WrittenName & {
  id: string;
  code: string;
  email: string | null;
  phone: string | null;
  birth_on: CalendarDay | null;
  standing: Standing;
  place: Place;
  joined_on: CalendarDay;
  joined_ms: number;
  terms: Term[];
  habit: Habit;
  signs_in: boolean;
  random: Random;
  /** Apart from all else, because how much of today's part is drawn changes while the day passes. */
  visits_random: Random;
};

const BIRTHDAYS_TODAY = 3;

/** Everybody who is or was a member, in the order in which they joined. */
export function peopleOf(gym: SeedGym, places: Place[]): Person[] {
  const source = random(`${gym.slug} people`);
  const all = source.shuffled(standings.flatMap((standing) => Array<Standing>(gym.members[standing]).fill(standing)));
  const drafts = all.map((standing, index) => draftOf(gym, places, standing, index));
  const names = namesOf(gym, all.length, source);
  const account = gym.member_account && drafts.find((draft) => draft.place === places[0] && comesOften(draft));
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
  celebrate(people);
  return people;
}

type Draft = Omit<Person, keyof WrittenName | "id" | "code" | "email" | "signs_in">;

function draftOf(gym: SeedGym, places: Place[], standing: Standing, index: number): Draft {
  const person = random(`${gym.slug} person ${index}`);
  const place = randomPlace(places, person);
  const terms = termsFor(standing, { gym, location: place.seed, wall: place.wall, random: person });
  const joined_on = joinedOn(terms, place, person);
  return {
    standing,
    place,
    terms,
    joined_on,
    joined_ms: place.wall.at(joined_on, person.integer(7 * 60, 20 * 60)),
    habit: habitFor(standing, terms, place.wall.today, person),
    phone: person.chance(0.94) ? gym.phone(index) : null,
    birth_on: person.chance(0.93) ? birthOn(place.wall.today, person) : null,
    random: person,
    visits_random: random(`${gym.slug} visits ${index}`),
  };
}

function comesOften({ standing, terms, habit, joined_on, place }: Draft): boolean {
  const visits_a_week = habit.by_weekday.reduce((sum, chance) => sum + chance, 0);
  const runs_on = terms.at(-1)?.plan.code === "UNLIMITED";
  return (
    standing === "active" && runs_on && habit.fades === null && visits_a_week > 3 && joined_on < place.wall.ago(200)
  );
}

function joinedOn(terms: Term[], { wall }: Place, source: Random): CalendarDay {
  const [first] = terms;
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

/** Whole numbers of leap years, so that a birthday on 29 February works too. */
function celebrate(people: Person[]): void {
  const chosen = people.filter(({ standing, signs_in }) => standing === "active" && !signs_in).slice(-9);
  for (const [index, person] of chosen
    .filter((_, at) => at % 3 === 0)
    .slice(0, BIRTHDAYS_TODAY)
    .entries()) {
    const { today } = person.place.wall;
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
  const plain = searchText([first_name, last_name])
    .replace(/[^a-z0-9 ]/g, "")
    .trim()
    .replace(/ +/g, ".");
  const local = plain || code.toLowerCase();
  let email = `${local}@example.com`;
  for (let twin = 2; taken.has(email); twin++) email = `${local}${twin}@example.com`;
  taken.add(email);
  return email;
}
