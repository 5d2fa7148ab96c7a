const unstorable = /[\0\p{Surrogate}]/gu;

/** PostgreSQL rejects NUL and lone surrogates in text, in jsonb, and when it extracts text from json. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes("\u0000");

/** Replaces characters that cannot be stored, for texts that nobody can correct, such as error messages. */
export const storable = (text: string): string => text.replace(unstorable, "\ufffd");

/** JSON in which every text is storable. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, item) => (typeof item === "string" ? storable(item) : item));

/** Cuts to `max_length` UTF-16 units without splitting a surrogate pair. */
export function truncate(text: string, max_length: number): string {
  return text.length > max_length ? text.slice(0, max_length).replace(/[\ud800-\udbff]$/, "") : text;
}

/** The path to the first text or key in `value` that cannot be stored; null if there is none. */
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
