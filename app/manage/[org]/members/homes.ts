import type { HomeLocation } from "@/components/members/member-fields";
import { dayAt } from "@/lib/values/calendar-day";

type Location = { id: string; name: string; time_zone: string };

/** Where a member may be at home, as the form wants it. */
export const homesOf = (locations: readonly Location[], now: string): HomeLocation[] =>
  locations.map(({ id, name, time_zone }) => ({ id, name, today: dayAt(now, time_zone) }));
