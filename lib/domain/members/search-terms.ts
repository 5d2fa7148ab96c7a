import { searchText } from "@/lib/values/person-name";

const maxTerms = 8;

/** What must all be found in a member's search_text. A phone number typed in groups is one term, as it is stored. */
export function searchTerms(query: string): string[] {
  const folded = searchText([query]);
  if (/^\+?[\d\s().]+$/.test(folded)) {
    const digits = folded.replace(/\D/g, "").replace(/^00/, "");
    if (digits.length > 0) return [digits];
  }
  return [...new Set(folded.split(" ").filter(Boolean))].slice(0, maxTerms);
}

/** For LIKE: the term as typed, its wildcards taken literally. */
export const likeAnywhere = (term: string): string => `%${escapeLike(term)}%`;

export const escapeLike = (term: string): string => term.replace(/[\\%_]/g, (mark) => `\\${mark}`);
