import { addDays, birthdayOn, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import { counted } from "@/lib/values/counted";
import { endsWithin, hasBegun, lastDay, lastsTo } from "@/lib/values/membership-rules/term";
import { isMinorOn } from "@/lib/values/minor";
import { formatMoney } from "@/lib/values/money";
import type { EndedFreeze, EntryWarning } from "./decision";
import { isBackDated } from "./entry-time";
import { debtsOf, isClosed, quotaLeft, quotaUnits, refusedFrom } from "./evaluate-membership";
import type { EntryFacts, EntryMember, EntryMembership } from "./facts";
import { minutesBetween, visitStillOpen } from "./visit-step";
import { dayInWords, timeInWords } from "./wording";

export type AdmissionContext = {
  facts: EntryFacts;
  today: CalendarDay;
  member: EntryMember;
  membership: EntryMembership | null;
  ends_freeze: EndedFreeze | null;
};

/** The warnings for staff about a member who may enter, most urgent first. */
export const warningsFor = (context: AdmissionContext): EntryWarning[] =>
  present([
    freezeEnds(context),
    secondVisit(context),
    membershipMissing(context),
    ...repeatedScanWarnings(context),
    quotaLow(context),
    closed(context),
    atCapacity(context),
    firstVisit(context),
  ]);

/** The warnings that also apply to a repeated scan of the same visit. */
export const repeatedScanWarnings = (context: AdmissionContext): EntryWarning[] =>
  present([unpaid(context), waiverMissing(context), guardianMissing(context), ending(context), birthday(context)]);

const present = (warnings: (EntryWarning | null)[]): EntryWarning[] => warnings.filter((one) => one !== null);

const secondVisit = ({ facts }: AdmissionContext): EntryWarning | null => {
  const { location, last_visit, now, policy, locale } = facts;
  const open = visitStillOpen(facts);
  const since = (visit: { check_in_at: string }) => timeInWords(visit.check_in_at, location.time_zone, locale);
  if (open?.location_id === location.id)
    return warn("already_inside", {
      title: `Was still inside since ${since(open)}`,
      tell_staff: "That visit ends now and a new one begins. Compare the photo.",
    });
  const elsewhere =
    open ??
    (last_visit &&
    last_visit.location_id !== location.id &&
    Math.abs(minutesBetween(last_visit.check_in_at, now)) < policy.anti_passback_minutes
      ? last_visit
      : null);
  return (
    elsewhere &&
    warn("second_location", {
      title: `At another location since ${since(elsewhere)}`,
      tell_staff: "The same pass was scanned at another location. Compare the photo.",
    })
  );
};

/** E4: never silently. The check-in adds the new bill day. */
const freezeEnds = ({ facts, today, ends_freeze }: AdmissionContext): EntryWarning | null =>
  ends_freeze &&
  warn("freeze_ended", {
    title: "Freeze ends today",
    tell_staff: `${ends_freeze.plan_name} was frozen ${ends_freeze.to_on ? `through ${dayInWords(ends_freeze.to_on, today, facts.locale)}` : "without a return date"}. This visit ends the freeze.`,
    tell_member: "Your freeze ends with this visit.",
  });

const membershipMissing = ({ membership }: AdmissionContext): EntryWarning | null =>
  membership
    ? null
    : warn("no_membership", {
        title: "No membership",
        tell_staff: "Sell a membership or a day pass before they train.",
      });

/** For staff only, and days before the debt blocks entry (I7). */
const unpaid = ({ facts, today, membership }: AdmissionContext): EntryWarning | null => {
  const [owing] = debtsOf(facts, membership);
  if (!owing?.overdue) return null;
  const { since_on, amount_minor, currency } = owing.overdue;
  const from = refusedFrom(owing, facts);
  const is_at_stake = owing.id === membership?.id || facts.policy.overdue_blocks === "person";
  const deadline =
    is_at_stake && from > today ? ` Entry is refused from ${dayInWords(from, today, facts.locale)}.` : "";
  return warn("unpaid", {
    title: `Payment open since ${dayInWords(since_on, today, facts.locale)}`,
    tell_staff: `${formatMoney(amount_minor, currency, facts.locale)} for ${owing.plan_name}.${deadline}`,
  });
};

const waiverMissing = ({ facts, member }: AdmissionContext): EntryWarning | null =>
  facts.policy.waiver === "off" || member.waiver_signed_at
    ? null
    : warn("waiver_missing", {
        title: "Waiver not signed",
        tell_staff: `${member.first_name} has not signed the waiver. Have it signed today.`,
        tell_member: "Please sign the waiver at the desk.",
      });

const guardianMissing = ({ facts, member, today }: AdmissionContext): EntryWarning | null =>
  facts.policy.guardian !== "off" && lacksGuardian(member, facts, today)
    ? warn("guardian_missing", {
        title: "A guardian has to sign",
        tell_staff: `${member.first_name} is under ${facts.policy.adult_age}. Ask for a parent's or guardian's signature.`,
        tell_member: "Please bring a parent's or guardian's signature.",
      })
    : null;

/** No warning if another membership continues: the member has renewed. */
const ending = ({ facts, membership, today }: AdmissionContext): EntryWarning | null => {
  if (!membership) return null;
  const last = lastDay(membership);
  if (last === null || !endsWithin(membership, today, facts.policy.expiring_days)) return null;
  if (facts.memberships.some((other) => continuesAfter(other, last))) return null;
  const days = daysBetween(today, last);
  const day = dayInWords(last, today, facts.locale);
  const messages = {
    tell_staff:
      days === 0 ? `Today is the last day of ${membership.plan_name}.` : `${membership.plan_name} ends on ${day}.`,
    tell_member: days === 0 ? "Today is the last day of your membership." : `Your membership ends on ${day}.`,
  };
  return days === 0
    ? warn("expires_today", { title: "Ends today", ...messages })
    : warn("expiring", { title: `Ends in ${counted(days, "day", "days")}`, ...messages });
};

const continuesAfter = (other: EntryMembership, last: CalendarDay): boolean => {
  const next = addDays(last, 1);
  return hasBegun(other, next) && lastsTo(other, next);
};

const quotaLow = ({ membership }: AdmissionContext): EntryWarning | null => {
  if (!membership?.quota) return null;
  const left = quotaLeft(membership) - quotaUnits(membership);
  if (left > 1) return null;
  return warn("quota_low", {
    title: left === 0 ? "Last visit of the pack" : "1 visit left after this one",
    tell_staff: `${membership.plan_name}: ${counted(left, "visit", "visits")} left after this one.`,
    tell_member: `You have ${counted(left, "visit", "visits")} left after this one.`,
  });
};

const closed = ({ facts }: AdmissionContext): EntryWarning | null =>
  facts.policy.closed_entry === "warn" && isClosed(facts)
    ? warn("location_closed", {
        title: "Outside opening hours",
        tell_staff: `${facts.location.name} is closed at this time.`,
      })
    : null;

const atCapacity = ({ facts }: AdmissionContext): EntryWarning | null =>
  facts.policy.full_house !== "off" && isFull(facts)
    ? warn("full_house", {
        title: `Full: ${facts.occupancy} of ${facts.location.capacity}`,
        tell_staff: "The location has reached its capacity.",
      })
    : null;

const birthday = ({ member, today }: AdmissionContext): EntryWarning | null =>
  member.birth_on && birthdayOn(member.birth_on, today)
    ? {
        code: "birthday",
        tone: "info",
        title: "Birthday today",
        tell_staff: `Wish ${member.first_name} a happy birthday.`,
        tell_member: `Happy birthday, ${member.first_name}!`,
      }
    : null;

const firstVisit = ({ member }: AdmissionContext): EntryWarning | null =>
  member.visits_before === 0
    ? {
        code: "first_visit",
        tone: "info",
        title: "First visit",
        tell_staff: `Show ${member.first_name} around.`,
        tell_member: `Welcome, ${member.first_name}!`,
      }
    : null;

export const lacksGuardian = (member: EntryMember, { policy }: EntryFacts, today: CalendarDay): boolean =>
  !member.guardian_signed_at && isMinorOn(member.birth_on, today, policy.adult_age);

/** A member who is already inside adds nothing to the occupancy, and neither does a back-dated visit. */
export const isFull = (facts: EntryFacts): boolean =>
  facts.location.capacity !== null &&
  facts.occupancy >= facts.location.capacity &&
  !isBackDated(facts.now, facts.received_at) &&
  visitStillOpen(facts)?.location_id !== facts.location.id;

const warn = (
  code: EntryWarning["code"],
  { title, tell_staff, tell_member = null }: { title: string; tell_staff: string; tell_member?: string | null },
): EntryWarning => ({ code, tone: "warn", title, tell_staff, tell_member });
