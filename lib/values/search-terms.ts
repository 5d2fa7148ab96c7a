import { toSearchText } from "./person-name";

const maxTerms = 8;

/** The terms that must all occur in a member's search_text. A phone number with spaces is one term, as it is stored. */
export function searchTerms(query: string): string[] {
  const folded = toSearchText([query]);
  if (/^\+?[\d\s().]+$/.test(folded)) {
    const digits = folded.replace(/\D/g, "").replace(/^00/, "");
    if (digits.length > 0) return [digits];
  }
  return [...new Set(folded.split(" ").filter(Boolean))].slice(0, maxTerms);
}

const minSubstringLength = 3;

/**
 * LIKE patterns of which one must match; wildcards in the term are escaped. A term of one or two letters matches prefixes of
 * words only: as a substring it matches almost every name and cannot use the trigram index. Same rule as member_search_hits().
 */
export function likePatterns(term: string): string[] {
  const escaped = escapeLike(term);
  return [...term].length < minSubstringLength ? [`${escaped}%`, `% ${escaped}%`] : [`%${escaped}%`];
}

export const escapeLike = (term: string): string => term.replace(/[\\%_]/g, (mark) => `\\${mark}`);
