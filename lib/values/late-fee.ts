import type { CalendarDay } from "./calendar-day";
import { type Rational, roundHalfUp } from "./money";

/** What a legal entity charges for an invoice that is not paid in time. */
export type LateFeeTerms = {
  /** Days after the due day. */
  after_days: number;
  tax_class: string;
} & (
  | { kind: "amount"; amount_minor: number }
  /** Parts per million of what is open, and the most that is charged. */
  | { kind: "percent"; rate_ppm: number; max_minor: number | null }
);

/** Invoices that are issued from this day on can be charged: their payers could know. */
export type LateFee = LateFeeTerms & { from_on: CalendarDay };

/** The fee for what is open, in minor units; at least one. */
export function lateFeeOf(terms: LateFeeTerms, open_minor: number): number {
  if (terms.kind === "amount") return terms.amount_minor;
  const share: Rational = { numerator: BigInt(open_minor) * BigInt(terms.rate_ppm), denominator: 1_000_000n };
  const fee = Math.max(1, Number(roundHalfUp(share)));
  return terms.max_minor === null ? fee : Math.min(fee, terms.max_minor);
}
