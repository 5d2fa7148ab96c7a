import { roundHalfUp } from "@/lib/values/money";

/** C10: amount × days / whole days, rounded once. */
export const share = (amount_minor: number, days: number, whole_days: number): number =>
  Number(roundHalfUp({ numerator: BigInt(amount_minor) * BigInt(days), denominator: BigInt(whole_days) }));

type Span = { offset_days: number; days: number; whole_days: number };

/** C11: a part is what the days up to its end cost less what the days before it cost, so parts add up to the whole. */
export const part = (amount_minor: number, { offset_days, days, whole_days }: Span): number =>
  share(amount_minor, offset_days + days, whole_days) - share(amount_minor, offset_days, whole_days);

/** C11: the used days are rounded, and the remainder goes to the unused ones. */
export const unusedOf = (charged_minor: number, used_days: number, days: number): number =>
  charged_minor - share(charged_minor, used_days, days);
