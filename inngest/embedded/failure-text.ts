import { scrub } from "@/lib/kernel/scrub";
import { storable } from "@/lib/values/storable-text";

/** In words that may be shown. */
export type Failure = { name: string; message: string };

/** As it was thrown, for the function's own code: what the SDK makes an error of again. */
export type Thrown = { name: string; message: string; code?: string | number; cause?: Thrown | string };

export type Fault = { failure: Failure; thrown?: Thrown };

export const faultOf = (error: unknown): Fault => ({ failure: failureOf(error), thrown: thrownOf(error) });

const longestThrown = 4_000;
const mostCauses = 5;

function thrownOf(error: unknown, depth = 0): Thrown {
  if (typeof error === "string") return { name: "Error", message: error.slice(0, longestThrown) };
  const { name, message, error: said, code, cause } = (error ?? {}) as Record<string, unknown>;
  const text = [message, said].find((part) => typeof part === "string" && part !== "");
  return {
    name: typeof name === "string" && name !== "" ? name.slice(0, longest) : "Error",
    message: typeof text === "string" ? text.slice(0, longestThrown) : "It failed without saying why.",
    ...(typeof code === "string" && { code: code.slice(0, longest) }),
    ...(typeof code === "number" && { code }),
    ...(depth < mostCauses && isTold(cause) && { cause: causeOf(cause, depth) }),
  };
}

/** Of a cause that is neither an error nor a text nothing is kept: it may be a payload. */
const isTold = (cause: unknown): boolean =>
  typeof cause === "string" || (typeof cause === "object" && cause !== null && "message" in cause);

const causeOf = (cause: unknown, depth: number): Thrown | string =>
  typeof cause === "string" ? cause.slice(0, longestThrown) : thrownOf(cause, depth + 1);

const longest = 300;

/** Errors of ours, whose sentences are written to be read. */
const spoken = /^(Problem|NonRetriableError|RetryAfterError|StepError|EventValidationError|Unanswered)$/;
const plain = /^(Error|TypeError|RangeError|SyntaxError|ReferenceError|EvalError|URIError)$/;
const sql = /^Failed query\b|\b(select|insert into|delete from|update)\b[\s\S]*\b(from|values|set|where)\b/i;

/**
 * What may be shown of an error: a sentence. Statements, payloads and whatever looks like a credential or an
 * address stay out of it; the whole error stands in the server's log, beside the run's id.
 */
export function failureOf(error: unknown): Failure {
  const { name, message } = sentenceOf(error);
  // It may have been cut inside of a pair.
  return { name, message: storable(message) };
}

function sentenceOf(error: unknown): Failure {
  const { name, message } = partsOf(error);
  if (sql.test(message))
    return { name: "DatabaseError", message: "The database refused a statement. The server's log tells which." };
  if (!spoken.test(name) && !plain.test(name)) {
    return { name, message: "It failed in a way that is not shown here. The server's log has the whole error." };
  }
  const [line = ""] = message.split("\n");
  if (/[{<]\s*["'\w/!]/.test(line) && !spoken.test(name)) {
    return { name, message: "It failed with an answer that is not shown here. The server's log has the whole error." };
  }
  return { name, message: cut(scrub(line)) };
}

function partsOf(error: unknown): Failure {
  if (typeof error === "string") return { name: "Error", message: storable(error) };
  const { name, message, error: said } = (error ?? {}) as Record<string, unknown>;
  const text = [message, said].find((part) => typeof part === "string" && part !== "");
  return {
    name: typeof name === "string" && /^\w{1,80}$/.test(name) ? name : "Error",
    message: typeof text === "string" ? storable(text) : "It failed without saying why.",
  };
}

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
