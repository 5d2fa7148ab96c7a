import type { HomeLocation } from "@/components/members/member-fields";
import { dayAt } from "@/lib/values/calendar-day";

type Location = { id: string; name: string; time_zone: string };

/** The options for a member's home location in the member form. */
export const homesOf = (locations: readonly Location[], now: string): HomeLocation[] =>
  locations.map(({ id, name, time_zone }) => ({ id, name, today: dayAt(now, time_zone) }));
