import { createHash } from "node:crypto";
import { keyText, parseExpression, type Scope } from "./parse";

const longestKey = 300;

const parsed = new Map<string, ReturnType<typeof parseExpression>>();

function compiled(source: string) {
  const known = parsed.get(source);
  if (known) return known;
  const fresh = parseExpression(source);
  parsed.set(source, fresh);
  return fresh;
}

/** Why the executor cannot evaluate this, or null where it can. */
export function expressionFault(source: string): string | null {
  try {
    compiled(source);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** No expression holds for everything. */
export function holds(source: string | null | undefined, scope: Scope): boolean {
  return !source || compiled(source)(scope) === true;
}

const unwritable = /[\0\p{Surrogate}]/gu;

/** Fit for an index of PostgreSQL, whatever an event carries: no character that it does not take, and of bounded length. */
export function keyOf(source: string, scope: Scope): string {
  const text = keyText(compiled(source)(scope)).replace(unwritable, "\ufffd");
  return text.length > longestKey ? createHash("sha256").update(text).digest("hex") : text;
}
