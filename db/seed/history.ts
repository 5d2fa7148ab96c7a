/** Visits reach back this far; what lies before is only known by its dates. */
export const DAYS_OF_HISTORY = 183;
