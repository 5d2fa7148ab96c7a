import { denominationsOf } from "@/components/billing/till/denominations";

/** What a payer is likely to hand over: the exact amount, then the next amounts that notes and coins make. */
export function likelyAmounts(amount_minor: number, currency: string): number[] {
  const rounded = denominationsOf(currency)
    .map((piece) => Math.ceil(amount_minor / piece) * piece)
    .filter((minor) => minor > amount_minor && minor <= amount_minor * 10);
  const next = [...new Set(rounded)].toSorted((a, b) => a - b);
  // Coins make many amounts that nobody hands over: the notes come last in the list and count most.
  return [amount_minor, ...next.slice(-3)];
}
