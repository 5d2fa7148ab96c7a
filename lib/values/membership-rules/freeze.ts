import type { CalendarDay } from "@/lib/values/calendar-day";

/** E1: both days are frozen. Without a last day the return is not known yet. */
export type Freeze = { from_on: CalendarDay; to_on: CalendarDay | null };
export type Freezable = { freezes: readonly Freeze[] };

const lastsTo = ({ to_on }: Freeze, day: CalendarDay): boolean => to_on === null || day <= to_on;

/** E16: the freeze that closes the door on `day`; there is at most one (E6). */
export const freezeOn = ({ freezes }: Freezable, day: CalendarDay): Freeze | null =>
  freezes.find((freeze) => freeze.from_on <= day && lastsTo(freeze, day)) ?? null;

/** The freeze of `day`, or else the next one. */
export const currentOrNextFreeze = ({ freezes }: Freezable, day: CalendarDay): Freeze | null =>
  freezes
    .filter((freeze) => lastsTo(freeze, day))
    .reduce<Freeze | null>((first, freeze) => (first && first.from_on <= freeze.from_on ? first : freeze), null);
