import { z } from "zod";
import type { Output } from "@/lib/contracts/contract";
import { memberFilters } from "@/lib/contracts/members/member-fields";
import { type listMembers, memberSorts } from "@/lib/contracts/members/members";

/** The location stands under the name that the location switcher gives it. */
const filters = z.object(memberFilters).omit({ location_id: true });
export type Filters = z.output<typeof filters>;
export type FilterName = keyof Filters;
export type MemberRow = Output<typeof listMembers>["data"][number];

const view = {
  sort: z.enum(memberSorts),
  cursor: z.string().max(500),
  /** How many members stand on the pages before. */
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

/** Reads an address. What it does not understand is left out: an old bookmark still opens the list. */
export function readQuery(raw: Raw): MemberQuery {
  return { filters: readable(filters.shape, raw) as Filters, ...(readable(view, raw) as Omit<MemberQuery, "filters">) };
}

function readable(shape: Record<string, z.ZodType>, raw: Raw): Record<string, unknown> {
  const found: [string, unknown][] = [];
  for (const [name, schema] of Object.entries(shape)) {
    const value = raw[name];
    if (value === undefined || value === "") continue;
    const result = schema.safeParse(Array.isArray(value) ? value.join(",") : value);
    if (result.success) found.push([name, result.data]);
  }
  return Object.fromEntries(found);
}

/** The address of the list with these filters; a changed filter begins at the first page. */
export function membersHref(base: string, { filters: wanted, ...rest }: MemberQuery): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...wanted, ...rest })) {
    if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) continue;
    query.set(name, String(value));
  }
  return query.size > 0 ? `${base}?${query}` : base;
}

export const hasFilters = ({ filters: wanted }: MemberQuery): boolean =>
  Object.values(wanted).some((value) => value !== undefined && value !== "");

/** Filters as the API takes them. */
export const toInput = ({ filters: wanted, location }: MemberQuery) => ({
  ...wanted,
  ...(location && { location_id: location }),
});
