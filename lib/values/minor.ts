import { ageOn, type CalendarDay } from "./calendar-day";

/** Whom the organization's adult age makes a child on that day of the person's own location. An unknown birthday is an adult's. */
export const isMinorOn = (birth_on: CalendarDay | null, day: CalendarDay, adult_age: number): boolean =>
  birth_on !== null && ageOn(birth_on, day) < adult_age;
