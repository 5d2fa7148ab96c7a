import { searchText } from "@/lib/values/person-name";
import { editDistance } from "./edit-distance";

/** The candidate that means the same: case, accents, punctuation and the order of words aside. */
export const sameName = (name: string, candidates: readonly string[]): string | null => {
  const wanted = folded(name);
  return (
    candidates.find((candidate) => candidate === name) ??
    candidates.find((candidate) => folded(candidate) === wanted) ??
    candidates.find((candidate) => sorted(folded(candidate)) === sorted(wanted)) ??
    null
  );
};

/** The plan that an unknown name most likely means; null where nothing comes near. A suggestion, never a decision. */
export const suggestPlan = (name: string, plan_names: readonly string[]): string | null => {
  const ranked = plan_names
    .map((plan) => ({ plan, likeness: likeness(folded(name), folded(plan)) }))
    .sort((a, b) => b.likeness - a.likeness || (a.plan < b.plan ? -1 : 1));
  const [best] = ranked;
  return best && best.likeness >= LEAST_LIKENESS ? best.plan : null;
};

const LEAST_LIKENESS = 0.45;

/** 1 for the same, 0 for nothing in common: the better of shared words and of few slips of the key. */
const likeness = (a: string, b: string): number => {
  if (!a || !b) return 0;
  const longest = Math.max(a.length, b.length);
  const by_letters = 1 - editDistance(a, b, longest) / longest;
  const [words_a, words_b] = [a.split(" "), b.split(" ")];
  const shared = words_a.filter((word) => words_b.some((other) => alike(word, other))).length;
  const by_words = (2 * shared) / (words_a.length + words_b.length);
  return Math.max(by_letters, by_words);
};

const alike = (a: string, b: string): boolean =>
  a === b || (a.length > 4 && b.length > 4 && editDistance(a, b, 1) <= 1);

const folded = (name: string): string =>
  searchText([name.replace(/(\p{L})(\p{N})|(\p{N})(\p{L})/gu, "$1$3 $2$4").replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")]);

const sorted = (text: string): string => text.split(" ").sort().join(" ");
