import { createHash } from "node:crypto";
import type { Failure } from "@/inngest/embedded/failure-text";
import { storable } from "@/lib/values/storable-text";
import { keyText, parseExpression, type Scope } from "./parse";
import { isTrue, TypeMismatch } from "./values";

const maxKeyLength = 300;
const maxShownLength = 120;
/** Wait expressions contain values of their runs, so the cache needs a bound. */
const maxCached = 1_000;

const cache = new Map<string, ReturnType<typeof parseExpression>>();

function compile(source: string) {
  const known = cache.get(source);
  if (known) return known;
  const fresh = parseExpression(source);
  if (cache.size >= maxCached) cache.clear();
  cache.set(source, fresh);
  return fresh;
}

/** Why the executor cannot parse the expression, or null. */
export function expressionProblem(source: string): string | null {
  try {
    compile(source);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** An expression that cannot be parsed, or whose values have incompatible types. */
class ExpressionError extends Error {
  constructor(source: string, why: string) {
    const shown = source.length > maxShownLength ? `${source.slice(0, maxShownLength - 1)}…` : source;
    super(
      `The expression \`${withoutLiterals(shown)}\` cannot be evaluated: it ${withoutLiterals(why)}. ${supported}.`,
    );
    this.name = "ExpressionError";
  }

  /** Not retried, because the result would be the same. */
  get failure(): Failure {
    return { name: "NonRetriableError", message: storable(this.message) };
  }
}

/** String literals may contain personal data. */
const withoutLiterals = (source: string) => source.replace(/"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?/g, '"…"');

const supported = "Supported are paths of event and async, literals, comparisons of like with like, &&, ||, ! and +";

/** The result of `work`, or the failure for the run if an expression cannot be evaluated. */
export function tryEvaluate<T>(work: () => T): { value: T } | { failure: Failure } {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof ExpressionError) return { failure: error.failure };
    throw error;
  }
}

/** The failure for a run whose wait expression cannot be parsed, or null. */
export function evaluationFailure(source: string): Failure | null {
  const why = expressionProblem(source);
  return why ? new ExpressionError(source, why).failure : null;
}

function evaluate<T>(source: string, scope: Scope, read: (value: unknown) => T = (value) => value as T): T {
  const why = expressionProblem(source);
  if (why) throw new ExpressionError(source, why);
  try {
    return read(compile(source)(scope));
  } catch (error) {
    if (error instanceof TypeMismatch) throw new ExpressionError(source, error.message);
    throw error;
  }
}

/** A missing expression matches everything. */
export function holds(source: string | null | undefined, scope: Scope): boolean {
  return !source || evaluate(source, scope, isTrue);
}

/** The key as an indexable text: only storable characters, bounded length. */
export function keyOf(source: string, scope: Scope): string {
  const text = storable(keyText(evaluate(source, scope)));
  return text.length > maxKeyLength ? createHash("sha256").update(text).digest("hex") : text;
}
