/** Visits are generated for this period. */
export const DAYS_OF_HISTORY = 183;
