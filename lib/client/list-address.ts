import type { z } from "zod";

type Raw = Record<string, string | string[] | undefined>;
type Read<S extends Record<string, z.ZodType>> = { [name in keyof S]?: z.output<S[name]> };

/** Reads an address. What it does not understand is left out: an old bookmark still opens the list. */
export function readAddress<S extends Record<string, z.ZodType>>(shape: S, raw: Raw): Read<S> {
  const found: [string, unknown][] = [];
  for (const [name, schema] of Object.entries(shape)) {
    const value = raw[name];
    if (value === undefined || value === "") continue;
    const result = schema.safeParse(Array.isArray(value) ? value.join(",") : value);
    if (result.success) found.push([name, result.data]);
  }
  return Object.fromEntries(found) as Read<S>;
}

/** The address of a list with these filters. */
export function listAddress(base: string, query: Record<string, unknown>): string {
  const kept = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) continue;
    kept.set(name, String(value));
  }
  return kept.size > 0 ? `${base}?${kept}` : base;
}
