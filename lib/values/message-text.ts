export type VariableValues = Readonly<Record<string, string | null | undefined>>;

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;

/** The distinct names between double braces, as written. */
export function placeholdersIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(PLACEHOLDER), ([, name = ""]) => name.trim()))];
}

/** Placeholders that are not in `known`. */
export const unknownPlaceholders = (text: string, known: readonly string[]): string[] =>
  placeholdersIn(text).filter((name) => !known.includes(name));

/**
 * Replaces placeholders by values. Values are inserted literally and never interpreted. P8: a placeholder without a value stays in
 * the text and is listed in `missing`.
 */
export function renderTemplate(text: string, values: VariableValues): { text: string; missing: string[] } {
  const missing = new Set<string>();
  const filled = text.replace(PLACEHOLDER, (placeholder, written: string) => {
    const name = written.trim();
    const value = Object.hasOwn(values, name) ? values[name]?.trim() : undefined;
    if (value) return value;
    missing.add(name);
    return placeholder;
  });
  return { text: filled, missing: [...missing] };
}

/** Collapses whitespace and control characters. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();
