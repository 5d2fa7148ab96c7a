import type { HandMethod } from "@/lib/values/billing";

/** One way in which money comes. The amount of the last one is what the others leave. */
export type Part = { method: HandMethod; amount_minor: number | null; reference: string };

export type Tally = {
  parts: readonly { method: HandMethod; amount_minor: number; reference: string }[];
  /** The amount of the last part; below zero where the others are more than the whole. */
  rest_minor: number;
  isReady: boolean;
};

/** The parts with their amounts, which always sum to the total. */
export function tallyOf(parts: readonly Part[], total: number | null): Tally {
  const named = parts.slice(0, -1).reduce((all, { amount_minor }) => all + (amount_minor ?? 0), 0);
  const rest_minor = (total ?? 0) - named;
  const counted = parts.map((part, at) => ({
    ...part,
    amount_minor: at === parts.length - 1 ? rest_minor : (part.amount_minor ?? 0),
  }));
  return {
    parts: counted.filter(({ amount_minor }) => amount_minor > 0),
    rest_minor,
    isReady:
      total !== null && total > 0 && rest_minor >= 0 && parts.slice(0, -1).every((part) => part.amount_minor !== null),
  };
}
