import { scrub } from "@/lib/kernel/scrub";

export type Failure = { name: string; message: string };

const longest = 300;

/** Errors of ours, whose sentences are written to be read. */
const spoken = /^(Problem|NonRetriableError|RetryAfterError|StepError|EventValidationError|Unanswered)$/;
const plain = /^(Error|TypeError|RangeError|SyntaxError|ReferenceError|EvalError|URIError)$/;
const sql = /^Failed query\b|\b(select|insert into|delete from|update)\b[\s\S]*\b(from|values|set|where)\b/i;

/**
 * What is kept of an error, and may be shown: a sentence. Statements, payloads and whatever looks like a credential or an
 * address stay out of it; the whole error stands in the server's log, beside the run's id.
 */
export function failureOf(error: unknown): Failure {
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
  if (typeof error === "string") return { name: "Error", message: error };
  const { name, message, error: said } = (error ?? {}) as Record<string, unknown>;
  const text = [message, said].find((part) => typeof part === "string" && part !== "");
  return {
    name: typeof name === "string" && /^\w{1,80}$/.test(name) ? name : "Error",
    message: typeof text === "string" ? text : "It failed without saying why.",
  };
}

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
