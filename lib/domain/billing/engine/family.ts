import type { BillingState, DiscountFacts } from "@/lib/values/billing-state";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { type Freeze, freezeOn } from "@/lib/values/membership-rules/freeze";
import { hasBegun, lastsTo, type MembershipTerm } from "@/lib/values/membership-rules/term";
import type { FamilyTier } from "@/lib/values/membership-terms";

/** A membership of a family: all that one person pays for. Its days are known ahead, so late bills and forecasts agree. */
export type FamilyMembership = MembershipTerm & { id: string; member_id: string; freezes: readonly Freeze[] };

/** The tiers of each plan that has some. */
export type FamilyRules = ReadonlyMap<string, readonly FamilyTier[]>;

type Own = Pick<FamilyMembership, "id" | "member_id" | "starts_on">;

const PREFIX = "family:";

const counts = (one: FamilyMembership, day: CalendarDay): boolean =>
  hasBegun(one, day) && lastsTo(one, day) && !freezeOn(one, day);

const isBefore = (a: Own, b: Own): boolean => a.starts_on < b.starts_on || (a.starts_on === b.starts_on && a.id < b.id);

const firstOf = (all: readonly Own[]): Own => all.reduce((first, one) => (isBefore(one, first) ? one : first));

/**
 * The place of a member in the family on a day. Who joined first is first, by the first day of the earliest membership that gives access
 * on the day; the id decides between equal days. A frozen, ended or future membership does not count.
 */
function placeOn(day: CalendarDay, own: Own, family: readonly FamilyMembership[]): number {
  const counted = family.filter((one) => one.id !== own.id && counts(one, day));
  const mine = firstOf([own, ...counted.filter(({ member_id }) => member_id === own.member_id)]);
  const others = new Set(counted.map(({ member_id }) => member_id));
  others.delete(own.member_id);
  const earlier = [...others].filter((id) =>
    isBefore(firstOf(counted.filter(({ member_id }) => member_id === id)), mine),
  );
  return earlier.length + 1;
}

/** The days on which the place of somebody may change. */
const turningDays = (family: readonly FamilyMembership[]): CalendarDay[] =>
  family.flatMap(({ starts_on, ends_on, cancelled_on, freezes }) => [
    starts_on,
    ...(ends_on ? [addDays(ends_on, 1)] : []),
    ...(cancelled_on ? [cancelled_on] : []),
    ...freezes.flatMap(({ from_on, to_on }) => [from_on, ...(to_on ? [addDays(to_on, 1)] : [])]),
  ]);

type Stay = { place: number; from_on: CalendarDay; until_on: CalendarDay | null };

function staysOf(own: Own, family: readonly FamilyMembership[], from: CalendarDay): Stay[] {
  const days = [from, ...turningDays(family).filter((day) => day > from)].toSorted();
  const stays: Stay[] = [];
  for (const day of new Set(days)) {
    const last = stays.at(-1);
    const place = placeOn(day, own, family);
    if (last?.place === place) continue;
    if (last) last.until_on = addDays(day, -1);
    stays.push({ place, from_on: day, until_on: null });
  }
  return stays;
}

const tierOf = (tiers: readonly FamilyTier[], place: number): FamilyTier | null =>
  tiers.reduce<FamilyTier | null>(
    (best, tier) => (tier.from <= place && tier.from > (best?.from ?? 0) ? tier : best),
    null,
  );

const ordinal = (n: number): string => `${n}${n === 2 ? "nd" : n === 3 ? "rd" : "th"}`;

function factsOf(plan_id: string, tier: FamilyTier, { place, from_on, until_on }: Stay): DiscountFacts {
  const { percent_bp, amount_minor } = tier;
  const value = percent_bp === null ? { amount_minor: amount_minor ?? 0 } : { percent_bp };
  return {
    id: `${PREFIX}${plan_id}:${place}:${percent_bp ?? "-"}:${amount_minor ?? "-"}`,
    label: `Family, ${ordinal(place)} member`,
    ...{ value, periods: null, used_periods: 0, from_on, until_on, applies_to: "period" as const, plan_id },
  };
}

/** J4: the discounts of a membership from `from` on. The period that begins on a day has that of the day. */
export function familyDiscounts(
  own: Own,
  { family, rules }: { family: readonly FamilyMembership[]; rules: FamilyRules },
  from: CalendarDay,
): DiscountFacts[] {
  if (rules.size === 0 || family.every(({ member_id }) => member_id === own.member_id)) return [];
  const stays = staysOf(own, family, from);
  return [...rules].flatMap(([plan_id, tiers]) =>
    stays.flatMap((stay) => {
      const tier = tierOf(tiers, stay.place);
      return tier ? [factsOf(plan_id, tier, stay)] : [];
    }),
  );
}

const isFamily = ({ id }: DiscountFacts): boolean => id.startsWith(PREFIX);

/** Replaces the family discounts of a state. That of the billed period stays for its other parts, and applies to no later one. */
export function withFamilyDiscounts(state: BillingState, found: readonly DiscountFacts[]): BillingState {
  if (found.length === 0 && !state.discounts.some(isFamily)) return state;
  const known = new Set(found.map(({ id }) => id));
  const billed = new Set(state.billed.discounted.map(({ id }) => id));
  const others = state.discounts.filter((facts) => !isFamily(facts));
  const over = state.discounts.filter((facts, index, all) => {
    const is_first = all.findIndex(({ id }) => id === facts.id) === index;
    return isFamily(facts) && is_first && billed.has(facts.id) && !known.has(facts.id);
  });
  return {
    ...state,
    discounts: [...others, ...over.map((facts) => ({ ...facts, until_on: addDays(facts.from_on, -1) })), ...found],
  };
}
