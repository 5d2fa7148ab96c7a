/** An operator was given a value of a kind that it does not take. Its message goes on from "it". */
export class KindFault extends Error {}

const kindOf = (value: unknown): string => {
  if (typeof value === "string") return "a text";
  if (typeof value === "number") return "a number";
  if (typeof value === "boolean") return "true or false";
  return Array.isArray(value) ? "a list" : "an object";
};

const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined;

/** What is missing is not true, so that an event without a field is an event like any other. */
export function isTrue(value: unknown): boolean {
  if (isMissing(value) || typeof value === "boolean") return value === true;
  throw new KindFault(`has ${kindOf(value)} where true or false was expected`);
}

/** NaN, and so no order at all, beside something that is missing. */
export function order(left: unknown, right: unknown): number {
  if (isMissing(left) || isMissing(right)) return Number.NaN;
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : Number(left > right);
  throw new KindFault(`compares ${kindOf(left)} with ${kindOf(right)}`);
}

export function negated(value: unknown): number | null {
  if (isMissing(value)) return null;
  if (typeof value === "number") return -value;
  throw new KindFault(`negates ${kindOf(value)}`);
}
