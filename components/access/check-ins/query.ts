import { z } from "zod";
import type { listCheckIns } from "@/lib/contracts/access/check-ins";
import type { Input } from "@/lib/contracts/contract";
import { calendarDay } from "@/lib/values/calendar-day";
import { checkInMethod } from "@/lib/values/statuses";

const shape = {
  tab: z.enum(["admitted", "denied", "inside"]),
  location: z.uuid(),
  member: z.uuid(),
  method: checkInMethod,
  from: calendarDay,
  to: calendarDay,
  cursor: z.string().max(500),
};

export type VisitQuery = { [name in keyof typeof shape]?: z.output<(typeof shape)[name]> };

/** Reads an address. What it does not understand is left out: an old bookmark still opens the list. */
export function readVisitQuery(raw: Record<string, string | string[] | undefined>): VisitQuery {
  const found: [string, unknown][] = [];
  for (const [name, schema] of Object.entries(shape)) {
    const result = schema.safeParse(raw[name]);
    if (result.success) found.push([name, result.data]);
  }
  return Object.fromEntries(found);
}

/** The address of the list with these filters; a changed filter begins at the first page. */
export function visitsHref(base: string, query: VisitQuery): string {
  const kept = Object.entries(query).filter(([, value]) => value);
  return kept.length > 0 ? `${base}?${new URLSearchParams(kept as [string, string][])}` : base;
}

/** As the API takes them. Who is inside is a question of now, whatever days were asked for. */
export function toVisitInput({
  tab,
  location,
  member,
  method,
  from,
  to,
  cursor,
}: VisitQuery): Input<typeof listCheckIns> {
  return {
    ...(location && { location_id: location }),
    ...(member && { member_id: member }),
    ...(method && { method: [method] }),
    ...(cursor && { cursor }),
    ...(tab === "inside" ? { is_inside: true } : { include_undone: true, from_on: from, to_on: to }),
    ...((tab === "denied" || tab === "admitted") && { outcome: tab }),
  };
}
