import type { checkIns, deniedEntries } from "@/db/schema";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { defaultPolicies } from "@/lib/values/default-policies";
import type { EntryReason, EntryWarningCode } from "@/lib/values/entry-reasons";
import { freezeOn } from "@/lib/values/membership-rules/freeze";
import { lastDay, lastsTo } from "@/lib/values/membership-rules/term";
import { type OpeningHours, weekdays } from "@/lib/values/opening-hours";
import { dayPlus, daysApart, weekdayOf } from "./days";
import { monthlySwing, type SeedGym } from "./gym";
import { arrivalMinute } from "./habits";
import { DAYS_OF_HISTORY } from "./history";
import type { BuiltLocation } from "./locations";
import type { SoldMembership } from "./member-rows";
import type { Person } from "./people";
import { type Random, random } from "./random";
import { isoInstant } from "./wall-clock";

type CheckIn = typeof checkIns.$inferInsert;
type DeniedEntry = typeof deniedEntries.$inferInsert;
export type VisitRows = { check_ins: CheckIn[]; denied_entries: DeniedEntry[] };

const overrideReasons: Partial<Record<EntryReason, string[]>> = {
  overdue: ["Pays in cash this evening", "Card was replaced, new one is on file tomorrow"],
  outside_hours: ["Came ten minutes early", "Swapped shifts this week, agreed with Luis"],
  expired: ["Renews at the desk after training"],
};

export type VisitContext = {
  gym: SeedGym;
  organization_id: string;
  locations: BuiltLocation[];
  busyness: (location: BuiltLocation, day: CalendarDay) => number;
};

/** The visit factor of a day: season, holidays and weather. */
export function busynessOf(gym: SeedGym): VisitContext["busyness"] {
  const known = new Map<string, number>();
  return (location, day) => {
    const key = `${location.seed.name} ${day}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const weather = random(`${gym.slug} weather ${key}`).normal(1, 0.06);
    const value = (monthlySwing[Number(day.slice(5, 7)) - 1] ?? 1) * (gym.quiet_days[day.slice(5)] ?? 1) * weather;
    known.set(key, value);
    return value;
  };
}

/** All visits and denied entries of a member until now. The rest of today is also generated and dropped, so that results are stable. */
export function visitsOf(person: Person, sold: SoldMembership[], context: VisitContext): VisitRows {
  const rows: VisitRows = { check_ins: [], denied_entries: [] };
  const { wall } = person.location;
  const first_day = wall.ago(DAYS_OF_HISTORY);
  let has_come = person.joined_on < first_day;
  let day = has_come ? first_day : person.joined_on;
  for (; day <= wall.today; day = dayPlus(day, 1)) {
    const arrival = arrivalOn(person, day, context);
    if (!arrival || arrival.at_ms > wall.now_ms) continue;
    const decision = decideEntry(person, sold, day, arrival);
    if (!decision) continue;
    if (decision.reason && !decision.staff_reason) {
      rows.denied_entries.push(deniedRow(person, arrival, decision.reason, context));
      continue;
    }
    if (decision.takes_session && decision.membership) decision.membership.sessions_used++;
    const row = checkInRow(person, day, arrival, decision, context);
    if (!has_come) row.warnings = [...(row.warnings ?? []), "first_visit" satisfies EntryWarningCode];
    has_come = true;
    rows.check_ins.push(row);
  }
  return rows;
}

type Arrival = { location: BuiltLocation; minute: number; at_ms: number };

function arrivalOn(person: Person, day: CalendarDay, { locations, busyness }: VisitContext): Arrival | null {
  const { visits_random: source, habit } = person;
  const weekday = weekdayOf(day);
  const location = source.chance(0.012) ? source.pick(locations) : person.location;
  const chance = (habit.by_weekday[weekday] ?? 0) * busyness(location, day) * declineFactor(habit.decline, day);
  const minute = arrivalMinute(habit, weekday, source);
  if (!source.chance(Math.min(0.97, chance))) return null;
  const open = location.open[weekday];
  if (!open || minute < open.from || minute > open.to - 40) return null;
  return { location, minute, at_ms: location.wall.at(day, minute) + source.integer(0, 59) * 1000 };
}

function declineFactor(decline: Person["habit"]["decline"], day: CalendarDay): number {
  if (!decline || day <= decline.from_on) return 1;
  return Math.max(decline.to, 1 - daysApart(decline.from_on, day) / 28);
}

type EntryDecision = {
  membership: SoldMembership | null;
  takes_session: boolean;
  reason: EntryReason | null;
  staff_reason: string | null;
};

function decideEntry(person: Person, sold: SoldMembership[], day: CalendarDay, arrival: Arrival): EntryDecision | null {
  const { visits_random: source } = person;
  const term = sold.findLast((one) => one.starts_on <= day && lastsTo(one, day));
  const reason = term ? reasonDuring(term, day, arrival, source) : reasonAfter(sold, day, source);
  if (reason === "stays_away") return null;
  const overrides = reason && overrideReasons[reason];
  const staff_reason = overrides && source.chance(0.3) ? source.pick(overrides) : null;
  if (reason === "overdue" && !staff_reason && source.chance(0.5)) return null;
  const takes_session = Boolean(term?.plan.sessions_included) && !reason;
  return { membership: term ?? sold.at(-1) ?? null, takes_session, reason, staff_reason };
}

function reasonDuring(
  term: SoldMembership,
  day: CalendarDay,
  { location, minute }: Arrival,
  source: Random,
): EntryReason | "stays_away" | null {
  const { freeze, unpaid_since_on, plan } = term;
  if (freezeOn({ freezes: freeze ? [freeze] : [] }, day)) return source.chance(0.03) ? "frozen" : "stays_away";
  if (unpaid_since_on && daysApart(unpaid_since_on, day) > defaultPolicies.overdue_grace_days) return "overdue";
  if (plan.only_at && plan.only_at !== location.seed.name) return source.chance(0.5) ? "wrong_location" : "stays_away";
  if (plan.access_hours && !isWithin(plan.access_hours, day, minute))
    return source.chance(0.05) ? "outside_hours" : "stays_away";
  if (plan.sessions_included !== null && term.sessions_used >= plan.sessions_included)
    return source.chance(0.12) ? "quota_used" : "stays_away";
  return null;
}

function reasonAfter(sold: SoldMembership[], day: CalendarDay, source: Random): EntryReason | "stays_away" {
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
  decision: EntryDecision,
  { organization_id }: VisitContext,
): CheckIn {
  const { visits_random: source, habit } = person;
  const { location, minute, at_ms } = arrival;
  const { membership: term, takes_session, reason, staff_reason } = decision;
  const closes_ms = location.wall.at(day, (location.open[weekdayOf(day)]?.to ?? 24 * 60) - 1) + 60_000;
  const auto_check_out_ms = Math.min(at_ms + defaultPolicies.max_visit_minutes * 60_000, closes_ms);
  const stay_ms = Math.round(Math.min(115, Math.max(18, source.normal(66, 17))) * 60_000);
  const kind = source.weighted([
    ["member", 58],
    ["staff", 12],
    ["automatic", 30],
  ] as const);
  const leaves_ms = kind === "automatic" ? auto_check_out_ms : Math.min(at_ms + stay_ms, auto_check_out_ms);
  const is_undone = source.chance(0.001);
  const has_left = !is_undone && leaves_ms <= location.wall.now_ms;
  const method = staff_reason ? "manual" : source.chance(0.93) ? habit.method : "manual";
  return {
    id: source.id(at_ms),
    organization_id,
    location_id: location.id,
    member_id: person.id,
    membership_id: term?.membership_id ?? null,
    check_in_at: isoInstant(at_ms),
    visit_on: day,
    local_hour: Math.floor(minute / 60),
    auto_check_out_at: isoInstant(auto_check_out_ms),
    check_out_at: has_left ? isoInstant(leaves_ms) : null,
    check_out_kind: has_left ? kind : null,
    received_at: isoInstant(at_ms),
    method,
    sessions_taken: takes_session ? 1 : 0,
    warnings: warningsOn(person, term, day),
    overridden_reason: staff_reason ? reason : null,
    staff_reason,
    checked_in_by: location.desk_user_id,
    undone_at: is_undone ? isoInstant(Math.min(at_ms + 150_000, location.wall.now_ms)) : null,
    undone_by: is_undone ? location.desk_user_id : null,
    undo_reason: is_undone ? "Picked the wrong name" : null,
  };
}

function warningsOn({ birth_on }: Person, term: SoldMembership | null, day: CalendarDay): EntryWarningCode[] {
  const warnings: EntryWarningCode[] = [];
  const last = term && lastDay(term);
  const left = last ? daysApart(day, last) : null;
  if (term?.unpaid_since_on && term.unpaid_since_on <= day) warnings.push("unpaid");
  if (left === 0) warnings.push("expires_today");
  if (left !== null && left > 0 && left <= defaultPolicies.expiring_days) warnings.push("expiring");
  if (birth_on?.slice(5) === day.slice(5)) warnings.push("birthday");
  return warnings;
}

function deniedRow(
  person: Person,
  { location, at_ms }: Arrival,
  reason: EntryReason,
  { organization_id }: VisitContext,
): DeniedEntry {
  return {
    id: person.visits_random.id(at_ms),
    organization_id,
    location_id: location.id,
    member_id: person.id,
    denied_at: isoInstant(at_ms),
    reason,
    method: person.habit.method,
    scanned_by: location.desk_user_id,
  };
}

/** Denied scans without a member: passes of other gyms, unknown codes. */
export function unknownScans({ gym, organization_id, locations }: VisitContext): DeniedEntry[] {
  const source = random(`${gym.slug} strays`);
  return locations.flatMap((location) =>
    Array.from({ length: DAYS_OF_HISTORY }, (_, days_ago) => {
      const at_ms = location.wall.at(location.wall.ago(days_ago), source.integer(7 * 60, 20 * 60));
      const reason = source.weighted([
        ["unknown_code", 6],
        ["expired_code", 5],
        ["wrong_organization", 1],
      ] as const);
      if (!source.chance(0.07) || at_ms > location.wall.now_ms) return [];
      return {
        id: source.id(at_ms),
        organization_id,
        location_id: location.id,
        member_id: null,
        denied_at: isoInstant(at_ms),
        reason,
        method: "qr" as const,
        scanned_by: location.desk_user_id,
      };
    }).flat(),
  );
}
