/** Visits are generated for this period. */
export const DAYS_OF_HISTORY = 183;

/** Tills are counted once a day in the last weeks, and once a week before. Earlier the gym took no cash. */
export const WEEKS_OF_DAILY_COUNTS = 4;
export const WEEKS_WITH_TILLS = 8;

const WEEKS_OF_BILLING = 52;

/** How many days ago the Monday was on which the gym began to bill with this software. `weekday` is that of today. */
export const billingBegan = (weekday: number): number => 7 * WEEKS_OF_BILLING + weekday;
