import { epochOf, isLater } from "@/lib/values/instant";
import type { VisitStep } from "./decision";
import { isBackDated } from "./entry-time";
import type { EntryFacts, OpenVisit } from "./facts";
import { autoCheckOutAt } from "./visit-end";

/** The open visit, unless its automatic check-out is due: a late sweep keeps no member inside. Null for a back-dated entry. */
export const visitStillOpen = (facts: EntryFacts): OpenVisit | null => {
  const { open_visit } = facts;
  if (isBackDated(facts.now, facts.received_at)) return null;
  return open_visit && isLater(endOfVisit(facts, open_visit), facts.now) ? open_visit : null;
};

export const stepFor = (facts: EntryFacts): VisitStep => {
  const entry = { location_id: facts.location.id, check_in_at: facts.now };
  if (isBackDated(facts.now, facts.received_at))
    return { step: "record_past", check_out_at: earlier(endOfVisit(facts, entry), facts.received_at) };
  const { open_visit, now } = facts;
  if (!open_visit) return { step: "open", closes: null };
  return { step: "open", closes: { visit_id: open_visit.id, check_out_at: closingTime(facts, open_visit, now) } };
};

/** The visit that this scan repeats (I2), or null. */
export const repeatedVisit = (facts: EntryFacts): { id: string; check_in_at: string } | null => {
  const { location, last_visit, now, received_at, policy } = facts;
  const same_location = (visit: { location_id: string }) => visit.location_id === location.id;
  const within = (visit: { check_in_at: string }) =>
    Math.abs(minutesBetween(visit.check_in_at, now)) < policy.anti_passback_minutes;
  if (isBackDated(now, received_at))
    return last_visit && same_location(last_visit) && within(last_visit) ? last_visit : null;
  const open = visitStillOpen(facts);
  return open && same_location(open) && within(open) ? open : null;
};

/** The policy decides about a second entry; a double read and a repeated back-dated entry are always the same visit. */
export const isSameVisit = ({ policy, now, received_at }: EntryFacts, repeated: { check_in_at: string }): boolean =>
  policy.second_entry === "same_visit" ||
  isBackDated(now, received_at) ||
  Math.abs(minutesBetween(repeated.check_in_at, now)) * 60 <= policy.double_read_seconds;

/** Whether the scanner read the same single-use pass twice: the open visit has just used it. */
export const isDoubleRead = (facts: EntryFacts): boolean => {
  const { credential, open_visit, location, now, policy } = facts;
  return (
    credential.state === "replayed" &&
    open_visit !== null &&
    open_visit.id === credential.used_by_visit_id &&
    open_visit.location_id === location.id &&
    Math.abs(minutesBetween(open_visit.check_in_at, now)) * 60 <= policy.double_read_seconds
  );
};

export const minutesBetween = (from: string, to: string): number => (epochOf(to) - epochOf(from)) / 60_000;

/** The facts contain no opening hours of another location, so only the maximum duration applies there. */
const endOfVisit = ({ location, policy }: EntryFacts, visit: Omit<OpenVisit, "id">): string =>
  autoCheckOutAt({
    check_in_at: visit.check_in_at,
    location: visit.location_id === location.id ? location : { ...location, opening_hours: null },
    max_visit_minutes: policy.max_visit_minutes,
  });

/** Never before its own check-in, which may lie after `now` if the device's clock is fast. */
const closingTime = (facts: EntryFacts, visit: OpenVisit, now: string): string => {
  const end = earlier(endOfVisit(facts, visit), now);
  return isLater(visit.check_in_at, end) ? visit.check_in_at : end;
};

const earlier = (a: string, b: string): string => (isLater(a, b) ? b : a);
