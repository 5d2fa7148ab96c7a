const unstorable = /[\0\p{Surrogate}]/gu;

/** PostgreSQL takes neither NUL nor half of a surrogate pair, as text, as jsonb, or where it reads text out of json. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes("\u0000");

/** Text from outside that nobody can correct, such as an error's: what cannot be stored is replaced. */
export const storable = (text: string): string => text.replace(unstorable, "\ufffd");

/** JSON of which PostgreSQL can read every text. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, item) => (typeof item === "string" ? storable(item) : item));

/** At most `longest` UTF-16 units, and never half of a surrogate pair. */
export function cut(text: string, longest: number): string {
  return text.length > longest ? text.slice(0, longest).replace(/[\ud800-\udbff]$/, "") : text;
}

/** The path to the first text below `value`, a key included, that cannot be stored; null where all can. */
export function pathToUnstorable(value: unknown): string[] | null {
  if (typeof value === "string") return isStorable(value) ? null : [];
  if (value === null || typeof value !== "object") return null;
  for (const [key, item] of Object.entries(value)) {
    if (!isStorable(key)) return [storable(key)];
    const rest = pathToUnstorable(item);
    if (rest) return [key, ...rest];
  }
  return null;
}
