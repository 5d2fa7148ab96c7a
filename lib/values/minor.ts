import { ageOn, type CalendarDay } from "./calendar-day";

/** Whether a person is below the adult age on a local day. An unknown birth date counts as adult. */
export const isMinorOn = (birth_on: CalendarDay | null, day: CalendarDay, adult_age: number): boolean =>
  birth_on !== null && ageOn(birth_on, day) < adult_age;
