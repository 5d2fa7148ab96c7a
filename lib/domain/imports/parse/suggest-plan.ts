import { toSearchText } from "@/lib/values/person-name";
import { editDistance } from "./edit-distance";

/** The equal candidate, ignoring case, accents, punctuation and word order. */
export const sameName = (name: string, candidates: readonly string[]): string | null => {
  const wanted = folded(name);
  return (
    candidates.find((candidate) => candidate === name) ??
    candidates.find((candidate) => folded(candidate) === wanted) ??
    candidates.find((candidate) => sorted(folded(candidate)) === sorted(wanted)) ??
    null
  );
};

/** The most similar plan name; null without a similar one. Only a suggestion. */
export const suggestPlan = (name: string, plan_names: readonly string[]): string | null => {
  const ranked = plan_names
    .map((plan) => ({ plan, similarity: similarity(folded(name), folded(plan)) }))
    .sort((a, b) => b.similarity - a.similarity || (a.plan < b.plan ? -1 : 1));
  const [best] = ranked;
  return best && best.similarity >= LEAST_LIKENESS ? best.plan : null;
};

const LEAST_LIKENESS = 0.45;

/** Similarity from 0 to 1: the better of shared words and edit distance. */
const similarity = (a: string, b: string): number => {
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
  toSearchText([name.replace(/(\p{L})(\p{N})|(\p{N})(\p{L})/gu, "$1$3 $2$4").replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")]);

const sorted = (text: string): string => text.split(" ").sort().join(" ");
