export type CreditableLine = { id: string; description: string; total_minor: number };

export type CreditScope = {
  kind: "whole" | "amount" | "lines";
  amount_minor: number | null;
  /** Line and amount; null while the text is no amount. */
  lines: ReadonlyMap<string, number | null>;
};

/** What a payment paid of the invoice and can give back. */
export type PaidPart = { payment_id: string; method: string; amount_minor: number };

/** The credited amount; null while it is not complete. Of the whole invoice, what is still expected to be left. */
export function creditedOf({ kind, amount_minor, lines }: CreditScope, whole_minor: number): number | null {
  if (kind === "whole") return whole_minor;
  if (kind === "amount") return amount_minor;
  const amounts = [...lines.values()];
  if (amounts.length === 0 || amounts.some((amount) => amount === null || amount <= 0)) return null;
  return amounts.reduce<number>((all, amount) => all + (amount ?? 0), 0);
}

/** The lines as the API takes them. */
export const linesOf = ({ lines }: CreditScope) =>
  [...lines].map(([line_id, amount_minor]) => ({ line_id, amount_minor: amount_minor ?? 0 }));
