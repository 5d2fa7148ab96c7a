/** An operator got a value of the wrong type. The message continues a sentence that starts with "it". */
export class TypeMismatch extends Error {}

const kindOf = (value: unknown): string => {
  if (typeof value === "string") return "a text";
  if (typeof value === "number") return "a number";
  if (typeof value === "boolean") return "true or false";
  return Array.isArray(value) ? "a list" : "an object";
};

const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined;

/** A missing value is false. */
export function isTrue(value: unknown): boolean {
  if (isMissing(value) || typeof value === "boolean") return value === true;
  throw new TypeMismatch(`has ${kindOf(value)} where true or false was expected`);
}

/** NaN if a value is missing, so that every comparison is false. */
export function order(left: unknown, right: unknown): number {
  if (isMissing(left) || isMissing(right)) return Number.NaN;
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : Number(left > right);
  throw new TypeMismatch(`compares ${kindOf(left)} with ${kindOf(right)}`);
}

export function negated(value: unknown): number | null {
  if (isMissing(value)) return null;
  if (typeof value === "number") return -value;
  throw new TypeMismatch(`negates ${kindOf(value)}`);
}
