import { createHash } from "node:crypto";
import type { Failure } from "@/inngest/embedded/failure-text";
import { storable } from "@/lib/values/storable-text";
import { keyText, parseExpression, type Scope } from "./parse";
import { isTrue, KindFault } from "./values";

const longestKey = 300;
const longestShown = 120;
/** Waits are written with values of their runs, so that there is no end to them. */
const mostParsed = 1_000;

const parsed = new Map<string, ReturnType<typeof parseExpression>>();

function compiled(source: string) {
  const known = parsed.get(source);
  if (known) return known;
  const fresh = parseExpression(source);
  if (parsed.size >= mostParsed) parsed.clear();
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

/** What the executor cannot evaluate: an expression that it cannot read, or values of kinds that do not fit each other. */
class ExpressionFault extends Error {
  constructor(source: string, why: string) {
    const shown = source.length > longestShown ? `${source.slice(0, longestShown - 1)}…` : source;
    super(`The expression \`${withoutTexts(shown)}\` cannot be evaluated: it ${withoutTexts(why)}. ${supported}.`);
    this.name = "ExpressionFault";
  }

  /** A run ends with it, and is not tried again: nothing about it would change. */
  get failure(): Failure {
    return { name: "NonRetriableError", message: storable(this.message) };
  }
}

/** Texts in an expression may be a member's own. */
const withoutTexts = (source: string) => source.replace(/"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?/g, '"…"');

const supported = "Supported are paths of event and async, literals, comparisons of like with like, &&, ||, ! and +";

/** What `work` answers, or the failure of a run that such an expression belongs to. */
export function attempt<T>(work: () => T): { value: T } | { refusal: Failure } {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof ExpressionFault) return { refusal: error.failure };
    throw error;
  }
}

/** The failure of a run that waits by an expression that cannot be evaluated at all. */
export function refusalOf(source: string): Failure | null {
  const why = expressionFault(source);
  return why ? new ExpressionFault(source, why).failure : null;
}

function evaluate<T>(source: string, scope: Scope, read: (value: unknown) => T = (value) => value as T): T {
  const why = expressionFault(source);
  if (why) throw new ExpressionFault(source, why);
  try {
    return read(compiled(source)(scope));
  } catch (error) {
    if (error instanceof KindFault) throw new ExpressionFault(source, error.message);
    throw error;
  }
}

/** No expression holds for everything. */
export function holds(source: string | null | undefined, scope: Scope): boolean {
  return !source || evaluate(source, scope, isTrue);
}

/** Fit for an index of PostgreSQL, whatever an event carries: no character that it does not take, and of bounded length. */
export function keyOf(source: string, scope: Scope): string {
  const text = storable(keyText(evaluate(source, scope)));
  return text.length > longestKey ? createHash("sha256").update(text).digest("hex") : text;
}
