import type { checkIns, deniedEntries } from "@/db/schema";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { EntryReason, EntryWarningCode } from "@/lib/values/entry-reasons";
import { freezeOn } from "@/lib/values/membership-rules/freeze";
import { lastDay, lastsTo } from "@/lib/values/membership-rules/term";
import { type OpeningHours, weekdays } from "@/lib/values/opening-hours";
import { defaultPolicies } from "@/lib/values/policies";
import { dayPlus, daysApart, weekdayOf } from "./days";
import { monthlySwing, type SeedGym } from "./gym";
import { arrivalMinute } from "./habits";
import { DAYS_OF_HISTORY } from "./history";
import type { SoldTerm } from "./member-rows";
import type { Person } from "./people";
import type { Place } from "./place";
import { type Random, random } from "./random";
import { isoInstant } from "./wall-clock";

type CheckIn = typeof checkIns.$inferInsert;
type DeniedEntry = typeof deniedEntries.$inferInsert;
export type Traffic = { check_ins: CheckIn[]; denied_entries: DeniedEntry[] };

const goodwill: Partial<Record<EntryReason, string[]>> = {
  overdue: ["Pays in cash this evening", "Card was replaced, new one is on file tomorrow"],
  outside_hours: ["Came ten minutes early", "Swapped shifts this week, agreed with Luis"],
  expired: ["Renews at the desk after training"],
};

export type Scene = {
  gym: SeedGym;
  organization_id: string;
  places: Place[];
  busyness: (place: Place, day: CalendarDay) => number;
};

/** How full a day is beside its like: season, holidays, and whatever the weather did. */
export function busynessOf(gym: SeedGym): Scene["busyness"] {
  const known = new Map<string, number>();
  return (place, day) => {
    const key = `${place.seed.name} ${day}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const weather = random(`${gym.slug} weather ${key}`).normal(1, 0.06);
    const value = (monthlySwing[Number(day.slice(5, 7)) - 1] ?? 1) * (gym.quiet_days[day.slice(5)] ?? 1) * weather;
    known.set(key, value);
    return value;
  };
}

/** Every arrival of one member up to now. The rest of today is drawn too and left out, so that a day does not change while it passes. */
export function trafficOf(person: Person, sold: SoldTerm[], scene: Scene): Traffic {
  const traffic: Traffic = { check_ins: [], denied_entries: [] };
  const { wall } = person.place;
  const first_day = wall.ago(DAYS_OF_HISTORY);
  let has_come = person.joined_on < first_day;
  let day = has_come ? first_day : person.joined_on;
  for (; day <= wall.today; day = dayPlus(day, 1)) {
    const arrival = arrivalOn(person, day, scene);
    if (!arrival || arrival.at_ms > wall.now_ms) continue;
    const judged = judge(person, sold, day, arrival);
    if (!judged) continue;
    if (judged.refusal && !judged.staff_reason) {
      traffic.denied_entries.push(deniedRow(person, arrival, judged.refusal, scene));
      continue;
    }
    if (judged.takes_session && judged.term) judged.term.sessions_used++;
    const row = checkInRow(person, day, arrival, judged, scene);
    if (!has_come) row.warnings = [...(row.warnings ?? []), "first_visit" satisfies EntryWarningCode];
    has_come = true;
    traffic.check_ins.push(row);
  }
  return traffic;
}

type Arrival = { place: Place; minute: number; at_ms: number };

function arrivalOn(person: Person, day: CalendarDay, { places, busyness }: Scene): Arrival | null {
  const { visits_random: source, habit } = person;
  const weekday = weekdayOf(day);
  const place = source.chance(0.012) ? source.pick(places) : person.place;
  const chance = (habit.by_weekday[weekday] ?? 0) * busyness(place, day) * remaining(habit.fades, day);
  const minute = arrivalMinute(habit, weekday, source);
  if (!source.chance(Math.min(0.97, chance))) return null;
  const open = place.open[weekday];
  if (!open || minute < open.from || minute > open.to - 40) return null;
  return { place, minute, at_ms: place.wall.at(day, minute) + source.integer(0, 59) * 1000 };
}

function remaining(fades: Person["habit"]["fades"], day: CalendarDay): number {
  if (!fades || day <= fades.from_on) return 1;
  return Math.max(fades.to, 1 - daysApart(fades.from_on, day) / 28);
}

type Judged = {
  term: SoldTerm | null;
  takes_session: boolean;
  refusal: EntryReason | null;
  staff_reason: string | null;
};

function judge(person: Person, sold: SoldTerm[], day: CalendarDay, arrival: Arrival): Judged | null {
  const { visits_random: source } = person;
  const term = sold.findLast((one) => one.starts_on <= day && lastsTo(one, day));
  const refusal = term ? refusalIn(term, day, arrival, source) : refusalAfter(sold, day, source);
  if (refusal === "stays_away") return null;
  const excuses = refusal && goodwill[refusal];
  const staff_reason = excuses && source.chance(0.3) ? source.pick(excuses) : null;
  if (refusal === "overdue" && !staff_reason && source.chance(0.5)) return null;
  const takes_session = Boolean(term?.plan.sessions_included) && !refusal;
  return { term: term ?? sold.at(-1) ?? null, takes_session, refusal, staff_reason };
}

function refusalIn(
  term: SoldTerm,
  day: CalendarDay,
  { place, minute }: Arrival,
  source: Random,
): EntryReason | "stays_away" | null {
  const { freeze, arrears_since_on, plan } = term;
  if (freezeOn({ freezes: freeze ? [freeze] : [] }, day)) return source.chance(0.03) ? "frozen" : "stays_away";
  if (arrears_since_on && daysApart(arrears_since_on, day) > defaultPolicies.overdue_grace_days) return "overdue";
  if (plan.only_at && plan.only_at !== place.seed.name) return source.chance(0.5) ? "wrong_location" : "stays_away";
  if (plan.access_hours && !isWithin(plan.access_hours, day, minute))
    return source.chance(0.05) ? "outside_hours" : "stays_away";
  if (plan.sessions_included !== null && term.sessions_used >= plan.sessions_included)
    return source.chance(0.12) ? "quota_used" : "stays_away";
  return null;
}

function refusalAfter(sold: SoldTerm[], day: CalendarDay, source: Random): EntryReason | "stays_away" {
  const past = sold.findLast((one) => !lastsTo(one, day));
  const last = past && lastDay(past);
  if (!past || !last || daysApart(last, day) > 9 || !source.chance(0.4)) return "stays_away";
  return past.cancelled_on ? "cancelled" : "expired";
}

function isWithin(hours: OpeningHours, day: CalendarDay, minute: number): boolean {
  const name = weekdays[weekdayOf(day)];
  const windows = name && hours[name];
  if (!windows || windows === "24h") return windows === "24h";
  const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  return windows.some(({ opens, closes }) => opens <= time && time < closes);
}

function checkInRow(
  person: Person,
  day: CalendarDay,
  arrival: Arrival,
  judged: Judged,
  { organization_id }: Scene,
): CheckIn {
  const { visits_random: source, habit } = person;
  const { place, minute, at_ms } = arrival;
  const { term, takes_session, refusal, staff_reason } = judged;
  const closes_ms = place.wall.at(day, (place.open[weekdayOf(day)]?.to ?? 24 * 60) - 1) + 60_000;
  const ends_by_itself_ms = Math.min(at_ms + defaultPolicies.max_visit_minutes * 60_000, closes_ms);
  const stay_ms = Math.round(Math.min(115, Math.max(18, source.normal(66, 17))) * 60_000);
  const kind = source.weighted([
    ["member", 58],
    ["staff", 12],
    ["automatic", 30],
  ] as const);
  const leaves_ms = kind === "automatic" ? ends_by_itself_ms : Math.min(at_ms + stay_ms, ends_by_itself_ms);
  const is_undone = source.chance(0.001);
  const has_left = !is_undone && leaves_ms <= place.wall.now_ms;
  const method = staff_reason ? "manual" : source.chance(0.93) ? habit.method : "manual";
  return {
    id: source.id(at_ms),
    organization_id,
    location_id: place.id,
    member_id: person.id,
    membership_id: term?.membership_id ?? null,
    check_in_at: isoInstant(at_ms),
    visit_on: day,
    local_hour: Math.floor(minute / 60),
    auto_check_out_at: isoInstant(ends_by_itself_ms),
    check_out_at: has_left ? isoInstant(leaves_ms) : null,
    check_out_kind: has_left ? kind : null,
    received_at: isoInstant(at_ms),
    method,
    sessions_taken: takes_session ? 1 : 0,
    warnings: warningsOn(person, term, day),
    overridden_reason: staff_reason ? refusal : null,
    staff_reason,
    checked_in_by: place.desk_user_id,
    undone_at: is_undone ? isoInstant(Math.min(at_ms + 150_000, place.wall.now_ms)) : null,
    undone_by: is_undone ? place.desk_user_id : null,
    undo_reason: is_undone ? "Picked the wrong name" : null,
  };
}

function warningsOn({ birth_on }: Person, term: SoldTerm | null, day: CalendarDay): EntryWarningCode[] {
  const warnings: EntryWarningCode[] = [];
  const last = term && lastDay(term);
  const left = last ? daysApart(day, last) : null;
  if (term?.arrears_since_on && term.arrears_since_on <= day) warnings.push("unpaid");
  if (left === 0) warnings.push("expires_today");
  if (left !== null && left > 0 && left <= defaultPolicies.expiring_days) warnings.push("expiring");
  if (birth_on?.slice(5) === day.slice(5)) warnings.push("birthday");
  return warnings;
}

function deniedRow(
  person: Person,
  { place, at_ms }: Arrival,
  reason: EntryReason,
  { organization_id }: Scene,
): DeniedEntry {
  return {
    id: person.visits_random.id(at_ms),
    organization_id,
    location_id: place.id,
    member_id: person.id,
    denied_at: isoInstant(at_ms),
    reason,
    method: person.habit.method,
    scanned_by: place.desk_user_id,
  };
}

/** Codes that belong to nobody: passes of other gyms, a loyalty card held before the scanner. */
export function strayScans({ gym, organization_id, places }: Scene): DeniedEntry[] {
  const source = random(`${gym.slug} strays`);
  return places.flatMap((place) =>
    Array.from({ length: DAYS_OF_HISTORY }, (_, days_ago) => {
      const at_ms = place.wall.at(place.wall.ago(days_ago), source.integer(7 * 60, 20 * 60));
      const reason = source.weighted([
        ["unknown_code", 6],
        ["expired_code", 5],
        ["wrong_organization", 1],
      ] as const);
      if (!source.chance(0.07) || at_ms > place.wall.now_ms) return [];
      return {
        id: source.id(at_ms),
        organization_id,
        location_id: place.id,
        member_id: null,
        denied_at: isoInstant(at_ms),
        reason,
        method: "qr" as const,
        scanned_by: place.desk_user_id,
      };
    }).flat(),
  );
}
