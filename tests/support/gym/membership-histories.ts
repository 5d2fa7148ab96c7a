import fc from "fast-check";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import type { Freeze } from "@/lib/values/membership-rules/freeze";
import type { DatedMembership, SessionCount } from "@/lib/values/membership-rules/status";
import { planKinds } from "@/lib/values/statuses";

/** One membership of a member, as far as its dates and sessions go. */
export type History = DatedMembership & SessionCount;

const around = "2026-03-05";
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2, nil: null });
const rarely = <T>(value: fc.Arbitrary<T>) => fc.oneof(fc.constant(null), fc.constant(null), value);

const dayNear = fc.integer({ min: -12, max: 12 }).map((offset) => addDays(around, offset));

/** One after the other, as E6 demands: a gap, a length, and at the end perhaps one without a return date. */
const freezes = fc
  .tuple(
    dayNear,
    fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 5 })), { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([first, lengths, is_open]): Freeze[] => {
    let from_on: CalendarDay = first;
    const found = lengths.map(([gap, length]) => {
      const freeze = { from_on: addDays(from_on, gap), to_on: addDays(from_on, gap + length) };
      from_on = addDays(freeze.to_on, 1);
      return freeze;
    });
    return is_open && found.length > 0 ? [...found, { from_on, to_on: null }] : found;
  });

export const history: fc.Arbitrary<History> = fc
  .record({
    kind: fc.constantFrom(...planKinds),
    starts_on: dayNear,
    length: optional(fc.integer({ min: 0, max: 12 })),
    cancelled_on: rarely(dayNear),
    freezes,
    sessions_used: optional(fc.integer({ min: 0, max: 3 })),
  })
  .map(({ length, sessions_used, starts_on, ...rest }) => ({
    ...rest,
    starts_on,
    ends_on: length === null ? null : addDays(starts_on, length),
    sessions_included: sessions_used === null ? null : 3,
    sessions_used: sessions_used ?? 0,
  }));
