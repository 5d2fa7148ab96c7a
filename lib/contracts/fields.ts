import { z } from "zod";

/** Schemas that many contracts use. */
export const id = z.uuid();
export const instantOut = z.iso.datetime({ offset: true });
export const text = (max: number) => z.string().trim().min(1, "Fill this in").max(max, `Use at most ${max} characters`);

/** Accepts text from query strings and values from internal callers. */
export const flag = z.preprocess((value) => (value === "true" ? true : value === "false" ? false : value), z.boolean());

export const count = (min: number, max: number) =>
  z.preprocess(
    (value) => (typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value),
    z.int().min(min).max(max),
  );

/** `a,b` in a query string, an array elsewhere. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess(
    (value) => (typeof value === "string" ? value.split(",").filter((part) => part !== "") : value),
    z.array(item).min(1).max(50),
  );
}

export const page = {
  limit: count(1, 200).default(50),
  cursor: z.string().max(2_000).optional(),
};

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ data: z.array(item), next_cursor: z.string().nullable() });
}

export const version = z.int().positive();
