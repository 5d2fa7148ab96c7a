/** Devanagari with the joiners and the spaces between its words. Digits and the rupee sign come from the other font. */
const DEVANAGARI =
  /[\u0900-\u097F\u1CD0-\u1CFF\uA8E0-\uA8FF\u200C\u200D]+(?: +[\u0900-\u097F\u1CD0-\u1CFF\uA8E0-\uA8FF\u200C\u200D]+)*/g;

export type ScriptRun = { text: string; script: "devanagari" | "other" };

/** The parts of a text that one font draws. */
export function scriptRuns(text: string): ScriptRun[] {
  const runs: ScriptRun[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(DEVANAGARI)) {
    if (index > end) runs.push({ text: text.slice(end, index), script: "other" });
    runs.push({ text: found, script: "devanagari" });
    end = index + found.length;
  }
  if (end < text.length) runs.push({ text: text.slice(end), script: "other" });
  return runs;
}

/** Composed letters, one kind of space, and nothing that has no shape on paper. Line breaks stay. */
export const printable = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[\t\u2000-\u200A\u205F\u3000]/g, " ")
    .replace(/\u202F/g, "\u00A0")
    .replace(/[\p{Cc}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, (sign) =>
      sign === "\n" ? sign : "",
    );
