/** PostgreSQL stores no NUL, and jsonb no lone surrogate. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes("\u0000");

/** At most `longest` UTF-16 units, and never half of a surrogate pair. */
export function cut(text: string, longest: number): string {
  return text.length > longest ? text.slice(0, longest).replace(/[\ud800-\udbff]$/, "") : text;
}

/** The path to the first text below `value`, a key included, that cannot be stored; null where all can. */
export function pathToUnstorable(value: unknown): string[] | null {
  if (typeof value === "string") return isStorable(value) ? null : [];
  if (value === null || typeof value !== "object") return null;
  for (const [key, item] of Object.entries(value)) {
    if (!isStorable(key)) return [key.replaceAll("\u0000", "\ufffd").toWellFormed()];
    const rest = pathToUnstorable(item);
    if (rest) return [key, ...rest];
  }
  return null;
}
