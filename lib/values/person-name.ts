const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー・]+$/u;
/** Letters of these scripts have two cases, and two of them side by side stay two letters. */
const CASED = /^[\p{Lu}\p{Ll}\p{Lt}]/u;

/** First and last initial where letters have cases, one letter elsewhere: Arabic letters would join, a Han name has no initials. */
export const initials = (full_name: string): string => {
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

/** Chinese, Japanese and Korean names put the family first and no space between. */
export const fullName = (first_name: string, last_name: string | null | undefined): string => {
  const [first, last] = [first_name.trim(), (last_name ?? "").trim()];
  if (first && last && EAST_ASIAN.test(first) && EAST_ASIAN.test(last)) return last + first;
  return [first, last].filter(Boolean).join(" ");
};

/**
 * One folding for what is stored and what is typed: case, accents and width fall away, so that "munoz" finds Muñoz and "dang" Đặng.
 * Marks go only where they decorate a letter; in Devanagari, Thai or Arabic they are the vowels.
 */
export const searchText = (parts: readonly (string | null | undefined)[]): string =>
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

/** Letters that Unicode does not take apart, as people type them on a plain keyboard. */
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

/** Longer in capitals, as ŉ or ﬁ, means that it has none of its own. */
const upper = (letter: string): string => {
  const capital = letter.toUpperCase();
  return capital.length === letter.length ? capital : letter;
};
