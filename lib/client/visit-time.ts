import { formatTime, formatWallTime, type LocaleContext } from "./format";

/** The time of a check-in at its location. Its wall time is kept, also after the location has moved to another zone. */
export const visitTime = (check_in_time: string, place: Omit<LocaleContext, "now">): string =>
  place.shows_zone ? formatTime(check_in_time, place) : formatWallTime(check_in_time, place.locale);
