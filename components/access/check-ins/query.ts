import { z } from "zod";
import type { listCheckIns } from "@/lib/contracts/access/check-ins";
import type { Input } from "@/lib/contracts/contract";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { checkInMethod } from "@/lib/values/schemas/statuses";

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

/** Reads the query parameters. Invalid ones are ignored, so that old bookmarks still open the list. */
export function readVisitQuery(raw: Record<string, string | string[] | undefined>): VisitQuery {
  const found: [string, unknown][] = [];
  for (const [name, schema] of Object.entries(shape)) {
    const result = schema.safeParse(raw[name]);
    if (result.success) found.push([name, result.data]);
  }
  return Object.fromEntries(found);
}

/** The URL of the list with these filters. */
export function visitsHref(base: string, query: VisitQuery): string {
  const params = Object.entries(query).filter(([, value]) => value);
  return params.length > 0 ? `${base}?${new URLSearchParams(params as [string, string][])}` : base;
}

/** The input of the API. The tab "inside" ignores the date range, because it shows the present. */
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
