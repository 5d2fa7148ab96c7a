const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー・]+$/u;
/** Scripts with upper and lower case, whose letters do not join. */
const CASED = /^[\p{Lu}\p{Ll}\p{Lt}]/u;

/** Stands for a person in a refused scan of a code that no member has. It is no name, so it has no initials. */
export const unknownVisitor = "Unknown code";

/** Two initials for scripts with case, else one letter: Arabic letters would join, and Han names have no initials. */
export const initials = (full_name: string): string => {
  if (full_name === unknownVisitor) return "";
  const letters = full_name
    .normalize("NFC")
    .split(/[\s\u00a0]+/)
    .map(firstLetter)
    .filter((letter) => letter !== null);
  const [first] = letters;
  const last = letters.at(-1);
  if (!first || !last) return "";
  return letters.length > 1 && CASED.test(first) && CASED.test(last) ? upper(first) + upper(last) : upper(first);
};

/** Chinese, Japanese and Korean names start with the family name, without a space. */
export const fullName = (first_name: string, last_name: string | null | undefined): string => {
  const [first, last] = [first_name.trim(), (last_name ?? "").trim()];
  if (first && last && EAST_ASIAN.test(first) && EAST_ASIAN.test(last)) return last + first;
  return [first, last].filter(Boolean).join(" ");
};

/**
 * Normalizes stored and typed names for search: removes case, accents and width, so that "munoz" finds Muñoz and "dang" Đặng.
 * Combining marks are removed in Latin, Greek and Cyrillic only. In Devanagari, Thai or Arabic they are vowels.
 */
export const toSearchText = (parts: readonly (string | null | undefined)[]): string =>
  parts
    .map((part) => fold(part ?? ""))
    .filter(Boolean)
    .join(" ");

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, "$1")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[ßæœøłđðþħŧŋıəς]/g, (letter) => unfoldable[letter] ?? letter)
    .replace(/[\p{Cf}'’‘ʼʻ`´]/gu, "")
    .replace(/[\s\-\u2010-\u2015,;/]+/g, " ")
    .trim();

/** Letters without a Unicode decomposition, as people type them on an ASCII keyboard. */
const unfoldable: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ŋ: "n",
  ı: "i",
  ə: "a",
  ς: "σ",
};

const firstLetter = (word: string): string | null => {
  for (const { segment } of graphemes.segment(word)) if (/^[\p{L}\p{Nd}]/u.test(segment)) return segment;
  return null;
};

/** A longer upper-case form, as of ŉ or ﬁ, means that there is no single capital letter. */
const upper = (letter: string): string => {
  const capital = letter.toUpperCase();
  return capital.length === letter.length ? capital : letter;
};
