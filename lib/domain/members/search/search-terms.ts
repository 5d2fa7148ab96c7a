import { toSearchText } from "@/lib/values/person-name";

const maxTerms = 8;

/** What must all be found in a member's search_text. A phone number typed in groups is one term, as it is stored. */
export function searchTerms(query: string): string[] {
  const folded = toSearchText([query]);
  if (/^\+?[\d\s().]+$/.test(folded)) {
    const digits = folded.replace(/\D/g, "").replace(/^00/, "");
    if (digits.length > 0) return [digits];
  }
  return [...new Set(folded.split(" ").filter(Boolean))].slice(0, maxTerms);
}

const shortestInside = 3;

/**
 * For LIKE, any of which must match: the term as typed, its wildcards taken literally. One or two letters are looked for where
 * a word begins: inside of words they are in almost every name, and no trigram holds them. member_search_hits() does the same.
 */
export function likePatterns(term: string): string[] {
  const plain = escapeLike(term);
  return [...term].length < shortestInside ? [`${plain}%`, `% ${plain}%`] : [`%${plain}%`];
}

export const escapeLike = (term: string): string => term.replace(/[\\%_]/g, (mark) => `\\${mark}`);
