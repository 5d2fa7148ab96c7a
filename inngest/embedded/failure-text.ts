import { redactText } from "@/lib/kernel/redact-text";
import { storable } from "@/lib/values/storable-text";

/** Safe to show. */
export type Failure = { name: string; message: string };

/** The original error, from which the SDK rebuilds an Error for the function's code. */
export type ThrownError = { name: string; message: string; code?: string | number; cause?: ThrownError | string };

export type FailureRecord = { failure: Failure; thrown?: ThrownError };

export const failureRecordOf = (error: unknown): FailureRecord => ({
  failure: failureOf(error),
  thrown: thrownOf(error),
});

const maxThrownLength = 4_000;
const maxCauses = 5;

function thrownOf(error: unknown, depth = 0): ThrownError {
  if (typeof error === "string") return { name: "Error", message: error.slice(0, maxThrownLength) };
  const { name, message, error: said, code, cause } = (error ?? {}) as Record<string, unknown>;
  const text = [message, said].find((part) => typeof part === "string" && part !== "");
  return {
    name: typeof name === "string" && name !== "" ? name.slice(0, maxLength) : "Error",
    message: typeof text === "string" ? text.slice(0, maxThrownLength) : "It failed without saying why.",
    ...(typeof code === "string" && { code: code.slice(0, maxLength) }),
    ...(typeof code === "number" && { code }),
    ...(depth < maxCauses && isReadableCause(cause) && { cause: causeOf(cause, depth) }),
  };
}

/** Other causes are dropped, because they may be payloads. */
const isReadableCause = (cause: unknown): boolean =>
  typeof cause === "string" || (typeof cause === "object" && cause !== null && "message" in cause);

const causeOf = (cause: unknown, depth: number): ThrownError | string =>
  typeof cause === "string" ? cause.slice(0, maxThrownLength) : thrownOf(cause, depth + 1);

const maxLength = 300;

/** Errors whose messages are written for users. */
const readableErrors = /^(Problem|NonRetriableError|RetryAfterError|StepError|EventValidationError|Unanswered)$/;
const builtInErrors = /^(Error|TypeError|RangeError|SyntaxError|ReferenceError|EvalError|URIError)$/;
const sql = /^Failed query\b|\b(select|insert into|delete from|update)\b[\s\S]*\b(from|values|set|where)\b/i;

/**
 * The part of an error that may be shown: one sentence without statements, payloads, credentials and addresses. The server's log
 * has the whole error with the run id.
 */
export function failureOf(error: unknown): Failure {
  const { name, message } = messageOf(error);
  // It may have been cut inside a surrogate pair.
  return { name, message: storable(message) };
}

function messageOf(error: unknown): Failure {
  const { name, message } = partsOf(error);
  if (sql.test(message))
    return {
      name: "DatabaseError",
      message: "The database rejected a statement. The server's log has the whole error.",
    };
  if (!readableErrors.test(name) && !builtInErrors.test(name)) {
    return { name, message: "It failed with an error that is not shown here. The server's log has the whole error." };
  }
  const [line = ""] = message.split("\n");
  if (/[{<]\s*["'\w/!]/.test(line) && !readableErrors.test(name)) {
    return { name, message: "It failed with a response that is not shown here. The server's log has the whole error." };
  }
  return { name, message: cut(redactText(line)) };
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

const cut = (text: string) => (text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text);
