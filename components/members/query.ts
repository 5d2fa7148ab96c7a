import { z } from "zod";
import type { Output } from "@/lib/contracts/contract";
import { memberFilters } from "@/lib/contracts/members/member-fields";
import { type listMembers, memberSorts } from "@/lib/contracts/members/members";

/** Without the location, whose parameter is set by the location switcher. */
const filters = z.object(memberFilters).omit({ location_id: true });
export type Filters = z.output<typeof filters>;
export type FilterName = keyof Filters;
export type MemberRow = Output<typeof listMembers>["data"][number];

const view = {
  sort: z.enum(memberSorts),
  cursor: z.string().max(500),
  /** The number of members on the previous pages. */
  at: z.coerce.number().int().min(0).max(1_000_000),
  segment: z.uuid(),
  location: z.uuid(),
};

export type MemberQuery = { filters: Filters; sort?: (typeof memberSorts)[number] } & {
  cursor?: string;
  at?: number;
  segment?: string;
  location?: string;
};

type Raw = Record<string, string | string[] | undefined>;

/** Reads the query parameters. Invalid ones are ignored, so that old bookmarks still open the list. */
export function readQuery(raw: Raw): MemberQuery {
  return {
    filters: parseValid(filters.shape, raw) as Filters,
    ...(parseValid(view, raw) as Omit<MemberQuery, "filters">),
  };
}

function parseValid(shape: Record<string, z.ZodType>, raw: Raw): Record<string, unknown> {
  const found: [string, unknown][] = [];
  for (const [name, schema] of Object.entries(shape)) {
    const value = raw[name];
    if (value === undefined || value === "") continue;
    const result = schema.safeParse(Array.isArray(value) ? value.join(",") : value);
    if (result.success) found.push([name, result.data]);
  }
  return Object.fromEntries(found);
}

/** The URL of the list with these filters. */
export function membersHref(base: string, { filters: selected, ...rest }: MemberQuery): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...selected, ...rest })) {
    if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) continue;
    query.set(name, String(value));
  }
  return query.size > 0 ? `${base}?${query}` : base;
}

export const hasFilters = ({ filters: selected }: MemberQuery): boolean =>
  Object.values(selected).some((value) => value !== undefined && value !== "");

/** The order of the list: expiring members by their last day, which is an order of theirs alone; others by name. */
export function sortOf({ filters: { status }, sort }: MemberQuery): NonNullable<MemberQuery["sort"]> {
  const is_expiring = status?.join() === "expiring";
  if (sort && (sort !== "ends" || is_expiring)) return sort;
  return is_expiring ? "ends" : "name";
}

/** The filters as input of the API. */
export const toInput = ({ filters: selected, location }: MemberQuery) => ({
  ...selected,
  ...(location && { location_id: location }),
});
