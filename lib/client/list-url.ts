import type { z } from "zod";

type Raw = Record<string, string | string[] | undefined>;
type Read<S extends Record<string, z.ZodType>> = { [name in keyof S]?: z.output<S[name]> };

/** Parses the query of a list page. Ignores invalid values, so that old bookmarks still work. */
export function parseListQuery<S extends Record<string, z.ZodType>>(shape: S, raw: Raw): Read<S> {
  const found: [string, unknown][] = [];
  for (const [name, schema] of Object.entries(shape)) {
    const value = raw[name];
    if (value === undefined || value === "") continue;
    const result = schema.safeParse(Array.isArray(value) ? value.join(",") : value);
    if (result.success) found.push([name, result.data]);
  }
  return Object.fromEntries(found) as Read<S>;
}

/** The URL of a list with these filters. */
export function listUrl(base: string, query: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) continue;
    params.set(name, String(value));
  }
  return params.size > 0 ? `${base}?${params}` : base;
}
