import type { TillMovementKind } from "@/lib/values/billing";

type Movement = {
  id: string;
  kind: TillMovementKind;
  amount_minor: number;
  payer_name: string | null;
  change_minor: number | null;
  created_at: string;
};

/** What may explain a difference, most telling first: the movement and what may have happened with it. */
export type DifferenceHint = {
  movement: Movement;
  guess: "wrong_change" | "not_in_cash" | "wrong_direction" | "taken_back";
};

/**
 * Looks for one movement of the day that makes exactly this difference. `difference_minor` is the count less what should be there;
 * `pieces` are the notes and coins.
 */
export function differenceHint(
  difference_minor: number,
  movements: readonly Movement[],
  pieces: readonly number[],
): DifferenceHint | null {
  const size = Math.abs(difference_minor);
  const isShort = difference_minor < 0;
  const find = (test: (movement: Movement) => boolean) => movements.find(test);
  const wrongDirection = find(
    ({ kind, amount_minor }) =>
      // Recorded the wrong way round, a movement counts twice.
      (kind === "paid_in" && isShort && amount_minor * 2 === size) ||
      (kind === "paid_out" && !isShort && -amount_minor * 2 === size),
  );
  if (wrongDirection) return { movement: wrongDirection, guess: "wrong_direction" };
  const payment = isShort ? find(({ kind, amount_minor }) => kind === "payment" && amount_minor === size) : undefined;
  if (payment) return { movement: payment, guess: "not_in_cash" };
  const refund = isShort
    ? undefined
    : find(({ kind, amount_minor }) => (kind === "refund" || kind === "reversal") && -amount_minor === size);
  if (refund) return { movement: refund, guess: "taken_back" };
  // A wrong note or coin in the change.
  const change = pieces.includes(size)
    ? find(({ change_minor }) => change_minor !== null && change_minor >= size)
    : undefined;
  return change ? { movement: change, guess: "wrong_change" } : null;
}
