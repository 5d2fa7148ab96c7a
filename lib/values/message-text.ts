export type VariableValues = Readonly<Record<string, string | null | undefined>>;

const PLACE = /\{\{([^{}]*)\}\}/g;

/** The names between double braces, each once, as they were written. */
export function namesIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(PLACE), ([, name = ""]) => name.trim()))];
}

/** The places of a text that name nothing that may stand there. */
export const unknownNames = (text: string, known: readonly string[]): string[] =>
  namesIn(text).filter((name) => !known.includes(name));

/**
 * Puts the values in their places. A name is all that stands between the braces: a value is never read again, whatever is in
 * it. P8: what has no value stays in the text as it is, and is named.
 */
export function fillIn(text: string, values: VariableValues): { text: string; missing: string[] } {
  const missing = new Set<string>();
  const filled = text.replace(PLACE, (place, written: string) => {
    const name = written.trim();
    const value = Object.hasOwn(values, name) ? values[name]?.trim() : undefined;
    if (value) return value;
    missing.add(name);
    return place;
  });
  return { text: filled, missing: [...missing] };
}

/** A subject, a title and a name are one line each. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();
